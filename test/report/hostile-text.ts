import fc from 'fast-check';

/** Pieces that mean something in HTML, SVG, Markdown, MDX, CSV or to a reader's eyes. */
export const NASTY: readonly string[] = [
  '<script>alert(1)</script>', '</style>', '</title>', ']]>', '<!--', '--', '-->', '"', "'", '&', '&lt;', '&#60;', '<', '>',
  ' onload=', 'javascript:alert(1)', '[x](javascript:alert(1))', '![x](y)', '<https://a.example>', 'https://a.example',
  'www.a.example', '_www.a.example', 'mailto:a@b.example', 'a@b.example', '[', ']', '(', ')', '`', '``', '```', '~~~', '~~', '*', '**', '_', '__', '# ', '#', '- ', '+ ',
  '1. ', '2) ', '> ', '| ', '|', '\\', '---', '===', ':', '{', '}', '{{x}}', '$x$', '\n', '\n\n', '\r\n', '\t', '    ', '  \n', '\u2028', '\u0085',
  '\u0000', '\u001b[31m', '\ud800', '\udfff', '\ufffe', '\u202e', '\u2066', '\u200f', '\u061c', '\u200b', '=1+1', '+1', '-1', '@x', ';=1',
  '＝1', ',', ';', 'é', '漢字', 'שלום', '👩‍🚀', '🏳️‍🌈',
]; // biome-ignore format: a list to read across

/** Text made of such pieces and of any characters there are; never empty. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 8 })), { minLength: 1, maxLength: 8 })
  .map((pieces) => `${pieces.join('')}x`);

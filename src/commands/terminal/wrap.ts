/** East Asian characters and pictures, which are two columns wide on a terminal (Unicode UAX #11, roughly). */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;

/** What takes no column of its own: marks on the character before, and what is only there for the computer. */
const NARROW = /^[\p{Mark}\p{Format}]$/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += NARROW.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}

/** Text with spaces behind it, so that it takes this many columns; never shorter than the text. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}

/**
 * Words in lines of at most this many columns; a word that is longer than a line is broken.
 *
 * @param columns at least 2, as there are characters of that width.
 */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(' ').flatMap((word) => pieces(word, Math.max(2, columns)))) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if (widthOf(longer) <= columns || line === '') line = longer;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line];
}

/** An item behind a marker, its further lines below the first word. */
export function item(marker: string, text: string, columns: number): readonly string[] {
  const indent = ' '.repeat(widthOf(marker));
  return wrapped(text, columns - indent.length).map((line, index) => (index === 0 ? marker : indent) + line);
}

function pieces(word: string, columns: number): readonly string[] {
  if (widthOf(word) <= columns) return [word];
  const parts = [''];
  for (const character of word) {
    const longer = (parts.at(-1) ?? '') + character;
    if (widthOf(longer) <= columns) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { marked, type Token } from 'marked';
import { markdown } from '../../../src/report/text/markdown.ts';
import { plainText } from '../../../src/report/text/plain-text.ts';
import { hostileText, NASTY } from '../hostile-text.ts';

/** What a reader of the Markdown sees. */
function seen(text: string): string {
  return DomUtils.textContent(parseDocument(marked.parse(text, { async: false }))).trim();
}

/** The kinds of everything in it that is more than words. */
function kinds(text: string): readonly string[] {
  const found: string[] = [];
  const note = ({ type }: Token): void => {
    found.push(type);
  };
  marked.walkTokens(marked.lexer(text), note);
  return found.filter((type) => !['text', 'escape'].includes(type));
}

describe('text in Markdown', () => {
  it.each(NASTY)('reads as itself: %j', (nasty) => {
    expect(seen(markdown`${nasty} and ${nasty}`.text)).toBe(plainText(`${plainText(nasty)} and ${plainText(nasty)}`));
  });

  it('is readable as it stands where nothing needs to be escaped', () => {
    expect(markdown`* ${'Sign-off by two, within 1.5 hours (on-call): +3 of 10!'}`.text).toBe(
      '* Sign-off by two, within 1.5 hours (on-call): +3 of 10!',
    );
  });

  it('opens no tag, however simple the reader', () => {
    expect(markdown`${'<script>alert("1 & 2")</script>'}`.text).toBe('&lt;script&gt;alert("1 &amp; 2")&lt;/script&gt;');
  });

  it('is no expression where Markdown may hold some (MDX)', () => {
    expect(markdown`${'{process.env}'}`.text).toBe('\\{process.env\\}');
  });

  it.each([
    ['a paragraph', (text: string) => markdown`Words: ${text}`.text, ['paragraph']],
    ['a heading', (text: string) => markdown`# ${text}`.text, ['heading']],
    ['an item', (text: string) => markdown`* ${text}`.text, ['list', 'list_item']],
    ['a cell', (text: string) => markdown`| a | b |\n| - | - |\n| ${text} | ${text} |`.text, ['table']],
  ])('never ends %s and begins nothing in it', (_place, written, kept) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(kinds(written(text))).toEqual(kept);
        expect(seen(written(text))).toContain(plainText(text));
      }),
      { numRuns: 300 },
    );
  });
});

import { plainText } from './plain-text.ts';
import { template, type Written } from './written.ts';

/** HTML or SVG. */
export type Markup = Written<'markup'>;

/** Writes HTML and SVG; what is inserted is text, in elements and in quoted attributes alike. A number keeps its per cent sign. */
export const markup = template('markup', (text) =>
  plainText(text)
    .replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? '')
    .replaceAll(/(?<=\d) (?=%)/g, '\u00a0'),
);

/** Text of ours that is markup as it stands. */
export function verbatim(text: string): Markup {
  return { language: 'markup', text };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

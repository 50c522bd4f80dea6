import { plainText } from './plain-text.ts';
import { template, type Written } from './written.ts';

/** CommonMark, with the tables of GitHub. */
export type Markdown = Written<'markdown'>;

/** Writes Markdown; what is inserted is text, wherever in a line it stands. */
export const markdown = template('markdown', escapeMarkdown);

/** Paragraphs, tables and lists with an empty line between them. */
export function blocks(...parts: readonly (Markdown | undefined)[]): Markdown {
  const written = parts.filter((part) => part !== undefined && part.text !== '');
  return { language: 'markdown', text: written.map((part) => part?.text).join('\n\n') };
}

/** Items or rows, each on a line of its own. */
export function lines(parts: readonly Markdown[]): Markdown {
  return { language: 'markdown', text: parts.map(({ text }) => text).join('\n') };
}

/**
 * Text that CommonMark, GitHub and MDX all read as itself. What opens a tag, an entity or a link is written as an entity,
 * so that no reader, however simple, finds one; the rest is escaped by a backslash (CommonMark §2.4 and §2.5).
 */
function escapeMarkdown(text: string): string {
  return plainText(text)
    .replaceAll(/[\\`*_{}#|~$@]/g, '\\$&')
    .replaceAll(/[&<>[\]]/g, (one) => ENTITIES[one] ?? '')
    .replaceAll(/:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, '\\$&')
    .replace(/^(?:[-+](?=\s|$)|[-=](?=[-=\s]*$)|:)/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '[': '&#91;',
  ']': '&#93;',
};

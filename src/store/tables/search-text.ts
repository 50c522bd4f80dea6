import type { Subject } from '../../services/store.ts';

/**
 * Noncharacters, which Unicode reserves for internal use: one keeps the parts of a text apart, three stand for what
 * LIKE would take as a wildcard or an escape, so that every character is an ordinary one.
 */
const BETWEEN = '\u{fdd0}';
const ORDINARY: Readonly<Record<string, string>> = { '%': '\u{fdd1}', _: '\u{fdd2}', '\\': '\u{fdd3}' };

/** Everything a text is found in: the subject's ref, name and tags. */
export function searchTextOf({ ref, name, tags }: Subject): string {
  return [ref, name, ...tags].map(searchable).join(BETWEEN);
}

/**
 * A text in the form in which texts are compared, which both databases then do alike: canonically composed, without
 * case in any script (upper case last, as `Σ` has two lower-case forms and `ß` is `SS`), and without wildcards.
 */
export function searchable(text: string): string {
  const folded = text.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
  return folded.replaceAll(/[%_\\]/g, (character) => ORDINARY[character] ?? character);
}

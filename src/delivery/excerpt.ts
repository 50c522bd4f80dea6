/** Bytes of a reply that are read at most. */
export const LONGEST_READ = 4_096;

const LONGEST_EXCERPT = 500;

/** All control characters but tabs and line feeds: of no use to readers, and a database takes no NUL. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to keep them out is its purpose
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** How a reply begins, as text of 500 characters at most, whatever it is made of. */
export function excerptOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes.subarray(0, LONGEST_READ)).replaceAll(CONTROLS, '\ufffd');
  return [...text].slice(0, LONGEST_EXCERPT).join('').trim();
}

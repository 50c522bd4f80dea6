// What people write into the page themselves, between two comments that show nowhere.

const NOTES = /^<!-- (?<part>[a-z]+): by hand -->\n(?<text>[\s\S]*?)\n?<!-- by hand until here -->$/gm;

/**
 * The notes in a page, by the part that they stand below.
 *
 * @param {string} page
 * @returns {ReadonlyMap<string, string>}
 */
export function notesIn(page) {
  return new Map([...page.matchAll(NOTES)].map(({ groups }) => [groups?.['part'] ?? '', groups?.['text'] ?? '']));
}

/**
 * Room for a note below a part, with what stands in it.
 *
 * @param {string} part
 * @param {string} [text]
 */
export function noteFor(part, text = '') {
  return [`<!-- ${part}: by hand -->`, text, '<!-- by hand until here -->'].filter((line) => line !== '').join('\n');
}

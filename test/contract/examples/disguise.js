// What is drawn by chance is shown as something of the same form that stays the same.

const KEY_IDS = ['4fT9wLk2Qz', 'Zb81kPq0Xs', 'c7NdY2mUe5', 'H3vRt6oJa9', 'q0WxE8iSg4', 'L5yMz1uBn7'];

const UUID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** Ids that the steps choose, and those that are counted. */
const OURS = /^0199/;

/** Stands for the places of pages, in which ids are. */
const CURSOR = Buffer.from('the place where the next page begins').toString('base64url');

/**
 * A text without anything that is drawn by chance.
 *
 * @param {string} text
 * @param {readonly string[]} keys ids of keys, in the order in which they were made
 */
export function disguised(text, keys) {
  const renamed = keys.reduce((rest, id, index) => rest.replaceAll(id, KEY_IDS[index] ?? 'x'.repeat(10)), text);
  const drawn = [...new Set([...renamed.matchAll(UUID)].map(([id]) => id))].filter((id) => !OURS.test(id));
  return drawn
    .reduce(
      (rest, id, index) => rest.replaceAll(id, `${id.slice(0, 13)}-7000-8000-${String(index + 1).padStart(12, '0')}`),
      renamed,
    )
    .replaceAll(/(dadv_[a-z]+_\w{10}_)\w{38}/g, `$1${'0'.repeat(38)}`)
    .replaceAll(/whsec_[\w+/]{43}=/g, `whsec_${'A'.repeat(43)}=`)
    .replaceAll(/"durationMs":\d+/g, '"durationMs":12')
    .replaceAll(/("finishedAt":"[^".]+)\.\d{3}Z/g, '$1.012Z')
    .replaceAll(/"next":"[\w-]+"/g, `"next":"${CURSOR}"`);
}

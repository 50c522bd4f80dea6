/**
 * Measures rivals in turn, round after round, another one first in every round: what the machine does meanwhile hits
 * all of them alike.
 *
 * @template {string} Rival
 * @param {number} rounds
 * @param {Readonly<Record<Rival, () => number | Promise<number>>>} rivals each measures itself once
 * @returns {Promise<Record<Rival, readonly number[]>>} what each measured, by round
 */
export async function inTurn(rounds, rivals) {
  /** @type {readonly (readonly [Rival, () => number | Promise<number>, number[]])[]} */
  const measured = entriesOf(rivals).map(([name, measure]) => [name, measure, []]);
  for (let round = 0; round < rounds; round += 1) {
    const first = round % measured.length;
    for (const [, measure, values] of [...measured.slice(first), ...measured.slice(0, first)]) values.push(await measure());
  }
  return fromEntries(measured.map(([name, , values]) => [name, values]));
}

/**
 * What each round of one rival is to the same round of another: the ratio to be told, for both met the same machine.
 *
 * @param {readonly number[]} rounds
 * @param {readonly number[]} others
 */
export function ratios(rounds, others) {
  return rounds.map((value, round) => value / (others[round] ?? Number.NaN));
}

/**
 * The entries of a record; `Object.entries` forgets what its keys are called.
 *
 * @template {string} Key
 * @template Value
 * @param {Readonly<Record<Key, Value>>} record
 * @returns {[Key, Value][]}
 */
function entriesOf(record) {
  return /** @type {[Key, Value][]} */ (Object.entries(record));
}

/**
 * A record of entries; `Object.fromEntries` forgets what its keys are called.
 *
 * @template {string} Key
 * @template Value
 * @param {readonly (readonly [Key, Value])[]} entries
 * @returns {Record<Key, Value>}
 */
function fromEntries(entries) {
  return /** @type {Record<Key, Value>} */ (Object.fromEntries(entries));
}

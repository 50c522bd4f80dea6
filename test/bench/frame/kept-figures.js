// docs/performance.json: the figures that the page is written from, each part as it was measured last.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { machine } from './machine.js';

/**
 * @import { Figure } from './figure.js'
 *
 * @typedef {{ readonly date: string, readonly machine: string, readonly figures: readonly Figure[] }} Kept
 */

const FILE = new URL('../../../docs/performance.json', import.meta.url);

/**
 * The figures that are kept, by part.
 *
 * @returns {Readonly<Record<string, Kept>>}
 */
export function keptFigures() {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/**
 * Keeps what was measured today on this machine in place of what was measured before.
 *
 * @param {ReadonlyMap<string, readonly Figure[]>} measured by part
 * @param {readonly string[]} order of the parts in the file; others are forgotten
 */
export function keepFigures(measured, order) {
  const today = { date: new Date().toISOString().slice(0, 10), machine: machine() };
  const fresh = [...measured].map(([part, figures]) => [part, { ...today, figures }]);
  const all = { ...keptFigures(), ...Object.fromEntries(fresh) };
  const kept = order.flatMap((part) => (all[part] === undefined ? [] : [[part, all[part]]]));
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`);
}

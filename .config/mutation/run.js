// npm run test:mutation -- [authentication|decision …] [--only <path>] [--sample <n>] [--seed <text>]
//
// Changes one thing at a time in the sources and looks whether a test notices. Without arguments everything is tried;
// --only restricts it to a folder or file of the sources, --sample to so many mutants of each part, drawn with the seed.

import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { NOT_DRAWN } from './draw.js';
import { shareInterval } from './estimate.js';
import { PARTS } from './parts.js';
import { LEAST_SCORE, settingsOf } from './settings.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});

const lines = [];
for (const [name, part] of chosenParts(positionals)) {
  const sources = values.only === undefined ? part.sources : [within(values.only)];
  const sample = values.sample === undefined ? undefined : { size: Number(values.sample), seed: values.seed };
  const results = await new Stryker(settingsOf(name, { ...part, sources }, sample)).runMutationTest();
  lines.push(`${name}: ${verdict(results)}`);
}
process.stdout.write(`${lines.join('\n')}\n`);

/**
 * @param {readonly string[]} names
 * @returns {readonly (readonly [string, import('./parts.js').Part])[]}
 */
function chosenParts(names) {
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
  return Object.entries(PARTS).filter(([name]) => names.length === 0 || names.includes(name));
}

/** @param {string} path of a folder or a file */
function within(path) {
  return path.endsWith('.ts') ? path : `${path.replace(/\/$/, '')}/**/*.ts`;
}

/**
 * What came out, in one line. A sample fails the run only when the score of all mutants is too low almost certainly.
 *
 * @param {readonly import('@stryker-mutator/api/core').MutantResult[]} results
 */
function verdict(results) {
  const count = (/** @type {string[]} */ ...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const having = count('Killed', 'Timeout');
  const drawn = having + count('Survived', 'NoCoverage');
  const all = drawn + results.filter(({ statusReason }) => statusReason === NOT_DRAWN).length;
  const { low, high } = shareInterval({ having, drawn, all });
  if (high * 100 < LEAST_SCORE) process.exitCode = 1;
  const score = `${having} of ${drawn} mutants were noticed: ${percent(having / drawn)}`;
  if (drawn === all) return `${score}.`;
  return `${score} of a sample; of all ${all} it is ${percent(low)} to ${percent(high)} with 95 % confidence.`;
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

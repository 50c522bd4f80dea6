import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DecisionModel } from '../../src/decision/model/document.ts';

/** A model file of the repository, by its path from the root, as it stands: its shape is not looked at. */
export function modelFile(path: string): DecisionModel {
  const data: unknown = parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
  return data as DecisionModel; // files are of the right shape, which the tests of models see to
}

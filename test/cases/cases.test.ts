import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { compile } from '../../src/decision/compile/compile.ts';
import { evaluatedBy } from '../decision/evaluated.ts';
import { modelFile } from '../decision/model-file.ts';
import type { RawAnswers } from '../decision/reference-condition.ts';

interface Fact {
  readonly id: string;
  readonly facts: Readonly<Record<string, string>>;
}

interface Added {
  readonly id: string;
  readonly question: string;
  readonly answer: unknown;
  readonly facts: readonly string[];
}

function lines<T>(name: string): readonly T[] {
  const text = readFileSync(new URL(`corpus/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

const added = lines<Added>('added-answers');
const cases = lines<{ readonly id: string; readonly answers: RawAnswers }>('drafted-answers').map(({ id, answers }) => ({
  id,
  answers: { ...answers, ...Object.fromEntries(added.filter((one) => one.id === id).map((one) => [one.question, one.answer])) },
}));

describe('the cases of real teams', () => {
  it('rest each added answer on facts that are there', () => {
    const facts = new Map(lines<Fact>('facts').map((one) => [one.id, one.facts]));
    const groundless = added.filter((one) => one.facts.length === 0 || one.facts.some((key) => !facts.get(one.id)?.[key]));
    expect(groundless).toEqual([]);
  });

  it('are answered with what the model offers', () => {
    const model = compile(modelFile('src/models/delivery-approach/1.1.0.yaml'));
    for (const { answers } of cases) expect(evaluatedBy(model, answers, { explain: 'none' }).outcome.recommended).toBeDefined();
  });

  it('give the report that is committed', () => {
    const program = fileURLToPath(new URL('run.js', import.meta.url));
    expect(() => execFileSync(execPath, [program, '--check'], { stdio: 'pipe' })).not.toThrow();
  }, 300_000);
});

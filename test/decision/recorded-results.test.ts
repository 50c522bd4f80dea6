import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { env } from 'node:process';
import { describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '../../src/decision/answers/answer.ts';
import { compile } from '../../src/decision/compile/compile.ts';
import type { CompiledModel } from '../../src/decision/compile/compiled-model.ts';
import { ENGINE_VERSION } from '../../src/decision/engine-version.ts';
import type { DecisionModel } from '../../src/decision/model/document.ts';
import type { Question } from '../../src/decision/model/question.ts';
import { nextQuestions } from '../../src/decision/sensitivity/next-question.ts';
import { TRAVEL } from './check/travel-model.ts';
import { evaluatedBy, readableAnswers, readableWeights } from './evaluated.ts';
import { modelFile } from './model-file.ts';
import type { RawAnswers } from './reference-condition.ts';
import { type Dice, oneOf, seededDice } from './sensitivity/dice.ts';

/** What an engine of a version gave: the outcome to be read, everything else as a digest. */
interface Recorded {
  readonly engine: string;
  readonly results: Readonly<Record<string, unknown>>;
}

const FILE = new URL('./recorded-results.json', import.meta.url);

const MODELS: Readonly<Record<string, DecisionModel>> = {
  'delivery-approach 1.1.0': modelFile('src/models/delivery-approach/1.1.0.yaml'),
  'delivery-approach 1.0.0': modelFile('src/models/delivery-approach/1.0.0.yaml'),
  'database-engine': modelFile('test/fixtures/models/database-engine/1.0.0.yaml'),
  travel: TRAVEL,
};

/** Shares of the questions that are answered, and respondents for each. */
const ANSWERED = [0, 0.2, 0.5, 0.8, 1];
const EACH = 4;

const cases = Object.entries(MODELS).flatMap(([id, model]) =>
  ANSWERED.flatMap((share) =>
    Array.from({ length: EACH }, (_, seed) => ({ name: `${id}, ${share * 100} % answered, ${seed}`, model, share, seed })),
  ),
);

/**
 * Whoever verifies a record, years later, must get the very same result. When this fails because results are meant to be
 * others, give the engine another version and record them anew: `RECORD_RESULTS=1 npm test -- recorded-results`.
 */
describe(`the engine ${ENGINE_VERSION}`, () => {
  const isRecording = env['RECORD_RESULTS'] !== undefined;
  const recorded: Recorded = JSON.parse(readFileSync(FILE, 'utf8'));
  const results: Record<string, unknown> = {};

  it.each(cases)('gives the same as ever: $name', ({ name, ...given }) => {
    results[name] = resultOf(given);
    if (!isRecording) expect(results[name]).toEqual(recorded.results[name]);
  });

  it('is the one whose results are recorded, one for each case', () => {
    if (isRecording) writeFileSync(FILE, `${JSON.stringify({ engine: ENGINE_VERSION, results }, null, 2)}\n`);
    const { engine, results: kept }: Recorded = JSON.parse(readFileSync(FILE, 'utf8'));
    expect([engine, Object.keys(kept)]).toEqual([ENGINE_VERSION, cases.map(({ name }) => name)]);
  });
});

const compiled = new Map<DecisionModel, CompiledModel>();

function compiledOnce(document: DecisionModel): CompiledModel {
  const model = compiled.get(document) ?? compile(document);
  compiled.set(document, model);
  return model;
}

function resultOf(given: { readonly model: DecisionModel; readonly share: number; readonly seed: number }) {
  const model = compiledOnce(given.model);
  const { share, seed } = given;
  const dice = seededDice(7_919 * (1 + seed + Math.round(share * 1_000)));
  const asked = model.questions.map(({ question }) => question).filter(() => dice() < share);
  const answers = Object.fromEntries(asked.map((question) => [question.id, answerTo(question, dice)]));
  const weights = Object.fromEntries(
    model.document.criteria.filter(() => dice() < 0.2).map(({ id }) => [id, Math.round(9 * dice())]),
  );
  const evaluation = evaluatedBy(model, answers, { weights });
  const summary = evaluatedBy(model, answers, { weights, explain: 'summary' });
  const read = { answers: readableAnswers(model, answers), weights: readableWeights(model, weights) };
  const next = nextQuestions(model, { ...read, count: 10, depth: seed % 2 === 0 ? 'full' : 'core' });
  const { recommended = 'none', verdict } = evaluation.outcome;
  const scores = Object.fromEntries(evaluation.alternatives.map(({ id, score }) => [id, score]));
  return { recommended, verdict, scores, digest: digestOf({ evaluation, summary, next }) };
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Mostly a value; now and then one of the other forms of an answer. */
function answerTo(question: Question, dice: Dice): RawAnswers[string] {
  const luck = dice();
  if (luck < 0.05) return null;
  if (luck < 0.1) return { notApplicable: 'It is not ours.' };
  const [one, other] = [valueFor(question, dice), valueFor(question, dice)];
  return luck < 0.15 && JSON.stringify(one) !== JSON.stringify(other) ? { anyOf: [one, other] } : one;
}

function valueFor(question: Question, dice: Dice): AnswerValue {
  switch (question.type) {
    case 'boolean':
      return dice() < 0.5;
    case 'single':
      return oneOf(dice, question.choices).id;
    case 'multiple': {
      const chosen = question.choices.filter(() => dice() < 0.4);
      const alone = chosen.find(({ exclusive }) => exclusive === true);
      return (alone === undefined ? chosen : [alone]).map(({ id }) => id);
    }
    case 'scale':
    case 'integer':
      return question.min + Math.floor(dice() * (question.max - question.min + 1));
  }
}

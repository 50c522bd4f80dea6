import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { DecisionModel, Rule } from '../../../src/decision/model/document.ts';
import type { Question } from '../../../src/decision/model/question.ts';
import { nextQuestions } from '../../../src/decision/sensitivity/next-question.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { evaluatedBy, readableAnswers, readableWeights } from '../evaluated.ts';
import { modelFile } from '../model-file.ts';
import type { RawAnswers } from '../reference-condition.ts';
import { type Dice, oneOf, seededDice } from './dice.ts';
import { createPaper, type OnPaper } from './on-paper.ts';

/** Completions that are tried for each model. */
const TRIED = 300;

const models = fc
  .sample(arbitraryModel({ questions: 40, rules: 60 }), { numRuns: 60, seed: 5 })
  .filter(({ questions }) => questions.length >= 30)
  .slice(0, 4)
  .map((model, index) => [index + 1, widened(model, 16 + 3 * index)] as const);

describe('a model with thirty questions and more, some with sets of sixteen choices and more', () => {
  it('is one of several', () => {
    expect(models.length).toBeGreaterThanOrEqual(4);
    expect(models.every(([, { questions }]) => questions.some((one) => 'choices' in one && one.choices.length >= 16))).toBe(true);
  });

  it.each(models)('holds what may still happen within its bounds: %d', (seed, model) => {
    expectSound(model, {}, seededDice(100 + seed));
  });

  it.each(models)('holds what may still happen within its bounds with half the answers: %d', (seed, model) => {
    const dice = seededDice(200 + seed);
    const half = model.questions.filter(() => dice() < 0.5);
    expectSound(model, Object.fromEntries(half.map((question) => [question.id, valueBy(dice, question)])), dice);
  });

  it.each(models)('has a next question: %d', (_, document) => {
    const model = compile(document);
    const request = {
      answers: readableAnswers(model, {}),
      weights: readableWeights(model, {}),
      count: 10,
      depth: 'full',
    } as const;
    const { questions, remaining, decided } = nextQuestions(model, request);
    expect(questions.length).toBeGreaterThan(0);
    expect(remaining > 0).toBe(!decided);
  });
});

describe('the built-in model', () => {
  const document = modelFile('src/models/delivery-approach/1.0.0.yaml');

  it.each([0, 0.3, 0.7])('holds what may still happen within its bounds with %d of the answers', (part) => {
    const dice = seededDice(31 + Math.round(100 * part));
    const some = document.questions.filter(() => dice() < part);
    expectSound(document, Object.fromEntries(some.map((question) => [question.id, valueBy(dice, question)])), dice);
  });
});

/** Expects completions drawn by chance to lie within what an evaluation says of all of them. */
function expectSound(document: DecisionModel, answers: RawAnswers, dice: Dice): void {
  const { outcome, alternatives, gates = [] } = evaluatedBy(compile(document), answers, { explain: 'summary' });
  const paper = createPaper(document);
  const results = Array.from({ length: TRIED }, () => paper(completionBy(dice, document, answers)));
  const winners = new Set(results.map(({ winner }) => winner));
  expect(outcome.possible).toEqual(expect.arrayContaining([...winners]));
  if (outcome.decided === true) expect(winners.size).toBe(1);
  for (const { id, range: [low, high] = [Number.NaN, Number.NaN] } of alternatives) {
    const scores = results.map((result) => result.scores[id] ?? Number.NaN);
    expect(low - 1e-9 <= Math.min(...scores) && Math.max(...scores) <= high + 1e-9).toBe(true);
  }
  for (const { id, state } of gates)
    expectState(
      state,
      results.map((result) => firesIn(result, id)),
    );
}

function firesIn({ gates }: OnPaper, id: string): boolean {
  return gates.includes(id);
}

function expectState(state: string, fires: readonly boolean[]): void {
  if (state === 'fired') expect(fires).not.toContain(false);
  if (state === 'clear') expect(fires).not.toContain(true);
}

/** The answers with some of the open questions answered, or not applicable. */
function completionBy(dice: Dice, { questions }: DecisionModel, answers: RawAnswers): RawAnswers {
  const open = questions.filter(({ id, retired }) => retired !== true && answers[id] === undefined && dice() < 0.8);
  const drawn = open.map((question) => [question.id, dice() < 0.1 ? { notApplicable: 'drawn' } : valueBy(dice, question)]);
  return { ...answers, ...Object.fromEntries(drawn) };
}

function valueBy(dice: Dice, question: Question): unknown {
  if (question.type === 'boolean') return dice() < 0.5;
  if ('min' in question) return question.min + Math.floor(dice() * (question.max - question.min + 1));
  if (question.type === 'single') return oneOf(dice, question.choices).id;
  const alone = question.choices.filter(({ exclusive }) => exclusive === true);
  if (alone.length > 0 && dice() < 0.1) return [oneOf(dice, alone).id];
  const crowd = dice();
  return question.choices.filter(({ exclusive }) => exclusive !== true && dice() < crowd).map(({ id }) => id);
}

/** A model whose sets have many more choices, each of which has a rule of its own. */
function widened(model: DecisionModel, choices: number): DecisionModel {
  const added = Array.from({ length: choices }, (_, index) => ({ id: `more-${index}`, text: `More ${index}` }));
  const questions = model.questions.map((question): Question => {
    return question.type === 'multiple' ? { ...question, choices: [...question.choices, ...added] } : question;
  });
  const wide = questions.filter(({ type }) => type === 'multiple').slice(0, 4);
  const rules = wide.flatMap((question, at) =>
    added.map((choice, index) => ruleFor(model, { question, choice, index: index + at })),
  );
  return { ...model, questions, rules: [...model.rules, ...rules] };
}

interface Said {
  readonly question: Question;
  readonly choice: { readonly id: string };
  readonly index: number;
}

function ruleFor({ alternatives, criteria }: DecisionModel, { question, choice, index }: Said): Rule {
  return {
    id: `wide-${question.id}-${choice.id}`,
    criterion: criteria[index % criteria.length]?.id ?? '',
    when: { question: question.id, has: choice.id },
    points: { [alternatives[index % alternatives.length]?.id ?? '']: (index % 5) / 2 - 1 },
    because: 'It is among them.',
  };
}

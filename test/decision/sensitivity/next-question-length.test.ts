import { describe, expect, it } from '@jest/globals';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { ChoiceQuestion, Question } from '../../../src/decision/model/question.ts';
import { nextQuestions } from '../../../src/decision/sensitivity/next-question.ts';
import { readableAnswers, readableWeights } from '../evaluated.ts';
import { modelFile } from '../model-file.ts';
import { type RawAnswers, verity } from '../reference-condition.ts';
import { type Dice, oneOf, seededDice } from './dice.ts';

const document = modelFile('src/models/delivery-approach/1.0.0.yaml');
const model = compile(document);

/** Respondents to ask, and how much of the author's way their way to a decision may be. */
const [RESPONDENTS, RATIO] = [30, 0.85];

describe('asking what is next', () => {
  it('decides with clearly fewer questions than the author’s order', () => {
    const dice = seededDice(7);
    const respondents = Array.from({ length: RESPONDENTS }, () => respondentBy(dice));
    const inAuthorsOrder = respondents.map((respondent) => lengthInOrder(respondent));
    const byNext = respondents.map((respondent) => lengthByNext(respondent));
    expect(mean(byNext) / mean(inAuthorsOrder)).toBeLessThan(RATIO);
  });
});

/** What a person answers to each question, by chance: every choice, every set of up to three and every number alike. */
function respondentBy(dice: Dice): RawAnswers {
  return Object.fromEntries(document.questions.map((question) => [question.id, valueBy(dice, question)]));
}

function valueBy(dice: Dice, question: Question): unknown {
  if (question.type === 'boolean') return dice() < 0.5;
  if (question.type === 'multiple') return setBy(dice, question);
  if ('choices' in question) return oneOf(dice, question.choices).id;
  return question.min + Math.floor(dice() * (Math.min(question.max, question.min + 60) - question.min + 1));
}

function setBy(dice: Dice, { choices }: ChoiceQuestion): readonly string[] {
  const drawn = Array.from({ length: 1 + Math.floor(dice() * 3) }, () => oneOf(dice, choices));
  const alone = drawn.find(({ exclusive }) => exclusive === true);
  return alone === undefined ? [...new Set(drawn.map(({ id }) => id))] : [alone.id];
}

function nextFor(answers: RawAnswers) {
  return nextQuestions(model, {
    answers: readableAnswers(model, answers),
    weights: readableWeights(model, {}),
    count: 1,
    depth: 'full',
  });
}

/** How many answers it takes until the result is decided when the next best question is asked each time. */
function lengthByNext(respondent: RawAnswers): number {
  const answers: Record<string, unknown> = {};
  for (;;) {
    const { questions, decided } = nextFor(answers);
    const [next] = questions;
    if (decided || next === undefined) return Object.keys(answers).length;
    answers[next.question] = respondent[next.question];
  }
}

/** The same in the author's order. What is decided stays so, which saves asking after each answer. */
function lengthInOrder(respondent: RawAnswers): number {
  const answers: Record<string, unknown> = {};
  for (const { id, enabledWhen } of document.questions) {
    if (verity(document, answers, enabledWhen) === 'true') answers[id] = respondent[id];
  }
  const entries = Object.entries(answers);
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (nextFor(Object.fromEntries(entries.slice(0, middle))).decided) high = middle;
    else low = middle + 1;
  }
  return low;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

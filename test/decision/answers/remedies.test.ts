import { describe, expect, it } from '@jest/globals';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import { readWeights } from '../../../src/decision/evaluation/read-weights.ts';
import { modelOf, multiple, number, single, yesNo } from '../model-notation.ts';

const model = compile(
  modelOf({
    criteria: [
      { id: 'time', title: 'Time', weight: 2, scale: 6 },
      { id: 'cost', title: 'Cost', weight: 1, scale: 6 },
    ],
    questions: [
      yesNo('hurry'),
      single('ticket', 'cheap', 'dear'),
      multiple('bags', 'skis', 'trunk', 'none!'),
      number('hours', 1, 20),
    ],
  }),
);

const WHY = 'Say in 1 to 500 characters why it does not apply.';
const FORMS = 'Send a plain value, null, {"notApplicable": "reason"} or {"anyOf": [value, …]}.';

describe('what is said of an answer that cannot be read', () => {
  it.each([
    [{ hurry: 'yes' }, '/hurry', 'wrong-type', 'Send true or false.'],
    [{ ticket: 1 }, '/ticket', 'wrong-type', 'Send the id of one choice: cheap, dear.'],
    [{ ticket: 'free' }, '/ticket', 'unknown-choice', 'There is no choice "free"; send one of cheap, dear.'],
    [{ bags: 'skis' }, '/bags', 'wrong-type', 'Send an array of choice ids out of skis, trunk, none.'],
    [{ bags: ['skis', 7] }, '/bags/1', 'wrong-type', 'Send the id of one choice: skis, trunk, none.'],
    [{ bags: ['skis', 'skis'] }, '/bags/1', 'duplicate-choice', 'Name skis once only.'],
    [{ bags: ['skis', 'none'] }, '/bags', 'exclusive-choice', 'none stands alone: send it without the other choices.'],
    [{ hours: 2.5 }, '/hours', 'wrong-type', 'Send a whole number from 1 to 20.'],
    [{ hours: 21 }, '/hours', 'out-of-range', 'Send a whole number from 1 to 20.'],
    [{ hurry: {} }, '/hurry', 'wrong-type', FORMS],
    [{ hurry: { notApplicable: 'no', anyOf: [true] } }, '/hurry', 'wrong-type', FORMS],
    [{ hurry: { notApplicable: ' ' } }, '/hurry/notApplicable', 'wrong-type', WHY],
    [{ hurry: { notApplicable: 'x'.repeat(501) } }, '/hurry/notApplicable', 'wrong-type', WHY],
    [{ hurry: { anyOf: [] } }, '/hurry/anyOf', 'wrong-type', 'Send an array of at least one value.'],
    [{ hurry: { anyOf: [true, true] } }, '/hurry/anyOf/1', 'duplicate-value', 'Name true once only.'],
    [
      { ticket: { anyOf: ['cheap', 'free'] } },
      '/ticket/anyOf/1',
      'unknown-choice',
      'There is no choice "free"; send one of cheap, dear.',
    ],
    [
      { 'a/b': true },
      '/a~1b',
      'unknown-question',
      'test 1.0.0 has no question of this id; see its questionnaire for those it has.',
    ],
  ])('%j: where, what, and what to send', (raw, pointer, code, message) => {
    expect(readAnswers(model, raw).findings).toEqual([{ pointer, code, message }]);
  });
});

describe('what is said of a weight that cannot be read', () => {
  it.each([
    [{ fun: 1 }, '/fun', 'unknown-criterion', 'There is no criterion of this id; the model has time, cost.'],
    [{ time: 'much' }, '/time', 'wrong-weight', 'Send a number of 0 or more.'],
    [{ time: -1 }, '/time', 'wrong-weight', 'Send a number of 0 or more.'],
    [{ time: 0, cost: 0 }, '', 'all-weights-zero', 'Give at least one criterion a weight above 0.'],
  ])('%j: where, what, and what to send', (raw, pointer, code, message) => {
    expect(readWeights(model, raw).findings).toEqual([{ pointer, code, message }]);
  });
});

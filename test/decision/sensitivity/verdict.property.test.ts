import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import type { Question } from '../../../src/decision/model/question.ts';
import { arbitraryValue } from '../arbitrary-answers.ts';
import { evaluated, evaluatedBy } from '../evaluated.ts';
import { modelFile } from '../model-file.ts';
import { gate, modelOf, rule, single, yes, yesNo } from '../model-notation.ts';
import { referenceOf } from '../reference.ts';
import { isOpen, type RawAnswers } from '../reference-condition.ts';
import { arbitraryEvenModel } from './arbitrary-even-model.ts';
import { arbitraryOpenCase } from './arbitrary-open-case.ts';

describe('a verdict', () => {
  it('follows from the margin, the acceptability and the contradictions that are reported', () => {
    const judged = arbitraryOpenCase().chain((given) =>
      fc.record({ given: fc.constant(given), clearAcceptability: fc.constantFrom(0.3, 0.6, 0.9, 1) }),
    );
    fc.assert(
      fc.property(judged, ({ given: { model, answers, weights }, clearAcceptability }) => {
        const {
          outcome,
          alternatives,
          robustness,
          contradictions = [],
        } = evaluated({ ...model, clearAcceptability }, answers, { weights });
        const { recommended, margin = Number.POSITIVE_INFINITY, verdict } = outcome;
        const accepted = robustness?.acceptability[recommended ?? 'none'] ?? 0;
        const alone = isAlone(model, answers) && alternatives.filter(({ rank }) => rank !== undefined).length > 1;
        const lasting = accepted >= clearAcceptability && contradictions.length === 0 && !alone ? 'clear' : 'leaning';
        const standing = margin < (model.tieMargin ?? 3) ? 'too-close' : lasting;
        expect(verdict).toBe(recommended === undefined ? 'none' : standing);
      }),
      { numRuns: 40 },
    );
  });

  it('is clear where gates leave a single alternative, however little is answered', () => {
    const gates = [gate('not-b', 'b', yes('shut')), gate('not-c', 'c', yes('shut'))];
    const questions = [yesNo('shut'), single('colour', 'red', 'green')];
    const rules = [
      rule('red', { question: 'colour', is: 'red' }, { b: 3 }),
      rule('green', { question: 'colour', is: 'green' }, { c: 3 }),
    ];
    expect(evaluated(modelOf({ questions, rules, gates }), { shut: true }).outcome).toMatchObject({
      verdict: 'clear',
      recommended: 'a',
    });
  });

  it('is too close where the lead is below the model’s margin, and not where it reaches it', () => {
    const model = (tieMargin: number) =>
      modelOf({ tieMargin, questions: [yesNo('large')], rules: [rule('large', yes('large'), { a: 0.6 })] });
    const verdict = (tieMargin: number) => evaluated(model(tieMargin), { large: true }).outcome.verdict;
    expect([verdict(5.1), verdict(5), verdict(4.9)]).toEqual(['too-close', 'clear', 'clear']);
  });

  it('is no better than leaning while answers contradict each other', () => {
    const contradictions = [{ id: 'clash', when: yes('large'), note: 'Large and small.' }];
    const model = modelOf({ questions: [yesNo('large')], rules: [rule('large', yes('large'), { a: 3 })] });
    expect(evaluated(model, { large: true }).outcome.verdict).toBe('clear');
    expect(evaluated({ ...model, contradictions }, { large: true }).outcome.verdict).toBe('leaning');
  });
});

describe('one answer out of many', () => {
  it('never makes the built-in model’s result clear, unless gates leave a single alternative', () => {
    const document = modelFile('src/models/delivery-approach/1.0.0.yaml');
    const model = compile(document);
    for (const question of document.questions) {
      for (const value of someValues(question)) {
        const { outcome, alternatives } = evaluatedBy(model, { [question.id]: value }, { explain: 'summary' });
        const left = alternatives.filter(({ rank }) => rank !== undefined);
        if (left.length > 1)
          expect({ question: question.id, value, verdict: outcome.verdict }).not.toHaveProperty('verdict', 'clear');
      }
    }
  });

  it('never makes a result clear where questions count the same', () => {
    const answered = arbitraryEvenModel({ questions: [6, 12], points: [3] }).chain((model) => {
      const [question] = model.questions;
      return fc.record({
        model: fc.constant(model),
        value: question === undefined ? fc.constant(null) : arbitraryValue(question),
      });
    });
    fc.assert(
      fc.property(answered, ({ model, value }: { readonly model: DecisionModel; readonly value: unknown }) => {
        expect(evaluated(model, { 'question-0': value }, { explain: 'summary' }).outcome.verdict).not.toBe('clear');
      }),
      { numRuns: 30 },
    );
  });
});

/** Whether no more than one question is answered while five or more are open. */
function isAlone(model: DecisionModel, answers: RawAnswers): boolean {
  const { enabled } = referenceOf(model, answers);
  const asked = model.questions.filter(({ retired }) => retired !== true);
  const answered = asked.filter(({ id }) => enabled[id] === 'true' && !isOpen(answers[id]));
  const open = asked.filter(({ id }) => enabled[id] !== 'false' && isOpen(answers[id]));
  return answered.length <= 1 && open.length >= 5;
}

/** One answer to each question, its last choice or highest value; every choice of `targets`, on which most gates hang. */
function someValues(question: Question): readonly unknown[] {
  if (question.type === 'boolean') return [true];
  if ('min' in question) return [question.max];
  const values = question.choices.map(({ id }) => (question.type === 'multiple' ? [id] : id));
  return question.id === 'targets' ? values : values.slice(-1);
}

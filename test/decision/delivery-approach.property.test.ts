import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../src/decision/compile/compile.ts';
import type { Question } from '../../src/decision/model/question.ts';
import { judged } from './evaluated.ts';
import { modelFile } from './model-file.ts';
import type { RawAnswers } from './reference-condition.ts';

const document = modelFile('src/models/delivery-approach/1.1.0.yaml');
const model = compile(document);

/** Where rounding may move a lead by itself. */
const ROUNDING = 1e-9;

describe('the lead of GitOps over CI/CD', () => {
  it.each([
    ['drift hurts more', 'drift-pain'],
    ['reviews fit better', 'review-fit'],
    ['the team knows Kubernetes better', 'kubernetes-skill'],
    ['the team knows Git better', 'git-skill'],
    ['environments must be rebuilt more often', 'rebuild-need'],
  ])('never shrinks when %s', (_, id) => {
    expectGrowth(id, arbitraryAnswers());
  });

  it('never shrinks when there are more runtimes, Kubernetes among them', () => {
    const targets = fc.subarray(OTHER_TARGETS, { maxLength: 3 }).map((others) => ['kubernetes', ...others]);
    expectGrowth(
      'runtime-count',
      fc.tuple(arbitraryAnswers(), targets).map(([answers, some]) => ({ ...answers, targets: some })),
    );
  });
});

/** Targets that may stand beside Kubernetes. */
const OTHER_TARGETS = document.questions
  .flatMap((question) => (question.id === 'targets' && 'choices' in question ? question.choices : []))
  .flatMap(({ id, exclusive }) => (exclusive === true || id === 'kubernetes' ? [] : [id]));

/** Expects the lead to be at least as large for the higher of two answers to a question, whatever the other answers. */
function expectGrowth(id: string, others: fc.Arbitrary<RawAnswers>): void {
  fc.assert(
    fc.property(others, pairOf(id), (answers, [lower, higher]) => {
      expect(lead({ ...answers, [id]: higher })).toBeGreaterThanOrEqual(lead({ ...answers, [id]: lower }) - ROUNDING);
    }),
    { numRuns: 1_000 },
  );
}

/** How far GitOps is ahead of CI/CD, under the model's own weights. */
function lead(answers: RawAnswers): number {
  const { scores } = judged(model, answers);
  const score = (id: string) => scores[model.alternativeIndex.get(id) ?? -1] ?? Number.NaN;
  return score('gitops') - score('cicd');
}

/** Any answers to the whole questionnaire, of which about a third is missing. */
function arbitraryAnswers(): fc.Arbitrary<RawAnswers> {
  return fc.record(Object.fromEntries(document.questions.map((question) => [question.id, arbitraryValue(question)])), {
    requiredKeys: [],
  });
}

function arbitraryValue(question: Question): fc.Arbitrary<unknown> {
  switch (question.type) {
    case 'boolean':
      return fc.boolean();
    case 'single':
      return fc.constantFrom(...question.choices.map(({ id }) => id));
    case 'multiple': {
      const alone = question.choices.filter(({ exclusive }) => exclusive === true).map(({ id }) => [id]);
      const joining = question.choices.filter(({ exclusive }) => exclusive !== true).map(({ id }) => id);
      return fc.oneof({ arbitrary: fc.subarray(joining, { maxLength: 4 }), weight: 5 }, ...alone.map((set) => fc.constant(set)));
    }
    case 'scale':
    case 'integer':
      return fc.oneof(
        fc.integer({ min: question.min, max: question.max }),
        fc.integer({ min: question.min, max: Math.min(question.max, 60) }),
      );
  }
}

/** Two values of a question, the lower one first. */
function pairOf(id: string): fc.Arbitrary<readonly [number, number]> {
  const question = document.questions.find((one) => one.id === id);
  if (question === undefined || !('min' in question)) throw new RangeError(`${id} is not answered with a number`);
  const value = fc.integer({ min: question.min, max: Math.min(question.max, 60) });
  return fc.tuple(value, value).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
}

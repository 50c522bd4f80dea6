import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { ChangeSetResult, CounterfactualResult } from '../../../src/decision/evaluation/proof.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { counterfactualResults } from '../../../src/decision/sensitivity/changes/counterfactual-results.ts';
import { arbitraryAnswers, type Case } from '../arbitrary-answers.ts';
import { valuesOf } from '../completions.ts';
import { evaluated, judged } from '../evaluated.ts';
import { isForm, type RawAnswers } from '../reference-condition.ts';
import { arbitraryEvenModel } from './arbitrary-even-model.ts';
import { arbitraryOpenCase, withFixedQuestions } from './arbitrary-open-case.ts';
import { createPaper, type OnPaper } from './on-paper.ts';

/** Most changes in a set, and most sets for an alternative. */
const [CHANGES, SETS] = [3, 3];

/** A case with the ids of questions that are to be left alone. */
interface LockedCase extends Case {
  readonly locked: readonly string[];
}

describe('counterfactuals, compared with all changes of up to three answers', () => {
  it('are the smallest sets that work, as many of them as there are, up to three', () => {
    expectCounterfactuals(150, ({ found, workable }) => {
      const sizes = (found.sets ?? []).map(({ changes }) => changes.length);
      expect(new Set(sizes)).toEqual(new Set(workable.length > 0 ? [workable[0]?.length] : []));
      expect(sizes).toHaveLength(Math.min(SETS, workable.length));
      expect(typeof found.reason).toBe(workable.length > 0 ? 'undefined' : 'string');
    });
  });

  it('make their target win, with the score they say, each with other questions', () => {
    expectCounterfactuals(150, ({ found: { target, sets = [] }, paper, given }) => {
      for (const set of sets) {
        const answers = withChanges(given.answers, set);
        expect(() => evaluated(given.model, answers, { explain: 'none' })).not.toThrow();
        const { winner, scores } = paper(answers, given.weights);
        expect(winner).toBe(target);
        expect(set.score).toBeCloseTo(scores[target] ?? Number.NaN, 9);
      }
      const combinations = sets.map(({ changes }) => changes.map(({ question }) => question).join());
      expect(new Set(combinations).size).toBe(sets.length);
    });
  });

  it('change nothing that is locked, retired or a fact of life, and say what was answered before', () => {
    expectCounterfactuals(150, ({ found: { sets = [] }, given }) => {
      const free = changeable(given);
      for (const { changes } of sets) {
        for (const change of changes) {
          expect(free.map(({ id }) => id)).toContain(change.question);
          expect('from' in change).toBe(change.question in given.answers);
          expect(inAnyOrder(change.from)).toEqual(inAnyOrder(given.answers[change.question]));
          expect(inAnyOrder(change.to)).not.toEqual(inAnyOrder(change.from));
        }
      }
    });
  });

  it('move a number, and change a set, no further than the target needs where one change is enough', () => {
    expectCounterfactuals(150, ({ found: { target, sets = [] }, paper, given: { model, answers, weights } }) => {
      for (const [change, ...more] of sets.map(({ changes }) => changes)) {
        const question = model.questions.find(({ id }) => id === change?.question);
        if (change === undefined || more.length > 0 || question === undefined) continue;
        const winning = valuesOf(question).filter(
          (value) => paper({ ...answers, [question.id]: value }, weights).winner === target,
        );
        const nearest = Math.min(...winning.map((value) => distance(change.from, value)));
        expect(distance(change.from, change.to)).toBe(nearest);
      }
    });
  });

  it('are there for every alternative that is not recommended', () => {
    fc.assert(
      fc.property(arbitraryLockedCase(), (given) => {
        const { winner } = createPaper(given.model)(given.answers, given.weights);
        const others = given.model.alternatives.map(({ id }) => id).filter((id) => id !== winner);
        expect(counterfactuals(given).map(({ target }) => target)).toEqual(others);
      }),
      { numRuns: 100 },
    );
  });
});

/** What was found for one alternative, beside what can be found. */
interface Compared {
  readonly given: LockedCase;
  readonly found: CounterfactualResult;
  /** The smallest combinations of questions that can make it win; none where none of up to three can. */
  readonly workable: readonly (readonly string[])[];
  readonly paper: (answers: RawAnswers, weights?: Case['weights']) => OnPaper;
}

/** Runs a comparison on every alternative of many cases, those left out where a search says that it gave up. */
function expectCounterfactuals(numRuns: number, compare: (compared: Compared) => void): void {
  fc.assert(
    fc.property(arbitraryLockedCase(), (given) => {
      const paper = createPaper(given.model);
      for (const found of counterfactuals(given)) {
        const gaveUp = found.reason?.includes('not every set was tried') === true;
        if (!gaveUp) compare({ given, found, paper, workable: workableCombinations(given, found.target, paper) });
      }
    }),
    { numRuns },
  );
}

function arbitraryLockedCase(): fc.Arbitrary<LockedCase> {
  const even = arbitraryEvenModel({ questions: [3, 6], points: [1, 2, 3] }).chain((model) =>
    fc.record({ model: fc.constant(model), answers: arbitraryAnswers(model), weights: fc.constant({}) }),
  );
  return fc.oneof(arbitraryOpenCase({ questions: 5, completions: 4_000 }), even).chain(({ model, answers, weights }) =>
    fc.record({
      model: fc.oneof(fc.constant(model), withFixedQuestions(model)),
      answers: fc.constant(answers),
      weights: fc.constant(weights),
      locked: fc.oneof(
        { arbitrary: fc.constant([]), weight: 2 },
        { arbitrary: fc.subarray(model.questions.map(({ id }) => id)), weight: 1 },
      ),
    }),
  );
}

function counterfactuals({ model: document, answers, weights, locked }: LockedCase): readonly CounterfactualResult[] {
  const model = compile(document);
  return counterfactualResults(model, judged(model, answers, weights), new Set(locked));
}

function changeable({ model, locked }: LockedCase): DecisionModel['questions'] {
  return model.questions.filter(
    (question) => question.retired !== true && question.changeable !== false && !locked.includes(question.id),
  );
}

function workableCombinations(given: LockedCase, target: string, paper: Compared['paper']): readonly (readonly string[])[] {
  for (let size = 1; size <= CHANGES; size += 1) {
    const workable = combinations(changeable(given), size).filter((questions) =>
      assignments(given.answers, questions).some((answers) => paper(answers, given.weights).winner === target),
    );
    if (workable.length > 0) return workable.map((questions) => questions.map(({ id }) => id));
  }
  return [];
}

function combinations<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return list.flatMap((first, index) => combinations(list.slice(index + 1), size - 1).map((rest) => [first, ...rest]));
}

function assignments(answers: RawAnswers, questions: DecisionModel['questions']): readonly RawAnswers[] {
  return questions.reduce<readonly RawAnswers[]>(
    (all, question) => all.flatMap((given) => valuesOf(question).map((value) => ({ ...given, [question.id]: value }))),
    [answers],
  );
}

function withChanges(answers: RawAnswers, { changes }: ChangeSetResult): RawAnswers {
  return { ...answers, ...Object.fromEntries(changes.map(({ question, to }) => [question, to])) };
}

/** How far apart two numbers are, or two sets, in choices put in or taken out; 0 for other answers. */
function distance(from: unknown, to: unknown): number {
  if (typeof from === 'number' && typeof to === 'number') return Math.abs(from - to);
  if (!Array.isArray(from) || !Array.isArray(to)) return 0;
  return from.filter((id) => !to.includes(id)).length + to.filter((id) => !from.includes(id)).length;
}

/** An answer in which the order of sets does not count. */
function inAnyOrder(answer: unknown): unknown {
  if (Array.isArray(answer)) return [...answer].sort();
  return isForm(answer, 'anyOf') && Array.isArray(answer.anyOf) ? { anyOf: new Set(answer.anyOf.map(inAnyOrder)) } : answer;
}

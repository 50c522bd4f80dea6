import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkModel } from '../../../src/decision/check/check-model.ts';
import type { Condition } from '../../../src/decision/model/condition.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { completionCount, completionsOf } from '../completions.ts';
import { verity } from '../reference-condition.ts';

describe('a check', () => {
  it('says "cannot fire" of exactly the conditions that no answers make true', () => {
    fc.assert(
      fc.property(arbitraryModel({ questions: 4 }), (model) => {
        fc.pre(completionCount(model, {}) <= 1_000);
        const all = [...completionsOf(model, {})];
        const dead = conditionsOf(model).filter(([, when]) => !all.some((answers) => verity(model, answers, when) === 'true'));
        const found = checkModel(model).filter(({ code }) => code === 'cannot-fire');
        expect(found.map(({ path }) => path).sort()).toEqual(dead.map(([path]) => path).sort());
      }),
      { numRuns: 150 },
    );
  });
});

/** Every condition that attaches something to a result, with its path. */
function conditionsOf({
  rules,
  gates,
  prerequisites,
  contradictions,
  plans,
  risks,
}: DecisionModel): readonly (readonly [string, Condition])[] {
  const lists = { rules, gates, prerequisites, contradictions, plans, risks };
  return Object.entries(lists).flatMap(([list, entries = []]) =>
    entries.flatMap(({ when }, index) => (when === undefined ? [] : [[`/${list}/${index}/when`, when] as const])),
  );
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryCase } from '../arbitrary-answers.ts';
import { completionsOf } from '../completions.ts';
import { referenceOf } from '../reference.ts';
import { arbitraryOpenCase } from './arbitrary-open-case.ts';
import { createPaper } from './on-paper.ts';

describe('the quick method on paper', () => {
  it('comes to what the slow one comes to, for one set of answers after the other', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryCase(), arbitraryOpenCase({ completions: 20 })), ({ model, answers, weights }) => {
        const paper = createPaper(model);
        for (const completed of [...completionsOf(model, answers)].slice(0, 20)) {
          const { recommended, scores, gates } = referenceOf(model, completed, weights);
          const quick = paper(completed, weights);
          expect(quick.winner).toBe(recommended ?? 'none');
          expect(quick.gates).toEqual(Object.keys(gates).filter((id) => gates[id] === 'true'));
          for (const { id } of model.alternatives) expect(quick.scores[id]).toBeCloseTo(scores[id] ?? Number.NaN, 10);
        }
      }),
      { numRuns: 100 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluated } from '../evaluated.ts';
import { arbitraryOpenCase } from '../sensitivity/arbitrary-open-case.ts';

describe('a summary', () => {
  it('says nothing else than the full evaluation, however early its verdict is certain', () => {
    const cases = arbitraryOpenCase().chain((given) =>
      fc.record({ given: fc.constant(given), clearAcceptability: fc.constantFrom(0, 0.3, 0.5, 0.6, 0.9, 1) }),
    );
    fc.assert(
      fc.property(cases, ({ given: { model: document, answers, weights }, clearAcceptability }) => {
        const model = { ...document, clearAcceptability };
        const { rationale: strongest = [], ...summary } = evaluated(model, answers, { weights, explain: 'summary' });
        const full = evaluated(model, answers, { weights });
        expect(full).toMatchObject(summary);
        expect(full.rationale).toEqual(expect.arrayContaining([...strongest]));
      }),
      { numRuns: 60 },
    );
  });
});

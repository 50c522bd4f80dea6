import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Preview, previewOf } from '../../../../../src/embed/view/result/reckoning/preview.ts';
import { archetypes, asked, evaluationOf } from '../archetypes.ts';

const RUNS = { numRuns: 40 };
const weights = fc
  .dictionary(
    fc.constantFrom(...asked.criteria.map(({ id }) => id)),
    fc.integer({ min: 0, max: 20 }).map((steps) => steps / 2),
  )
  .filter((own) => asked.criteria.some(({ id, weight }) => (own[id] ?? weight) > 0));

describe('a preview', () => {
  it('gives the scores, shares and leader that the service then gives', () => {
    fc.assert(
      fc.property(fc.constantFrom(...archetypes), weights, (answers, own) => {
        const ahead = previewOf({ questionnaire: asked, evaluation: evaluationOf(answers, {}, 'summary'), own });
        const reply = evaluationOf(answers, own, 'summary');
        for (const { id, score } of reply.alternatives) expect(standing(ahead, id)?.score).toBeCloseTo(score, 8);
        for (const { id, share } of reply.criteria ?? []) expect(ahead.weights.get(id)?.share).toBeCloseTo(share, 8);
        expect(ahead.standings.find(({ leads }) => leads)?.id).toBe(reply.outcome.recommended);
      }),
      RUNS,
    );
  });

  it('shows ranges only with the weights they were worked out for', () => {
    const [answers = {}] = archetypes;
    const evaluation = evaluationOf(answers, { rollback: 7.5 });
    const same = previewOf({ questionnaire: asked, evaluation, own: { rollback: 7.5 } });
    const other = previewOf({ questionnaire: asked, evaluation, own: { rollback: 8 } });
    expect(same.isEvaluated).toBe(true);
    expect(same.standings.map(({ range }) => range)).toEqual(evaluation.alternatives.map(({ range }) => range));
    expect(other.isEvaluated).toBe(false);
    expect(other.standings.flatMap(({ range = [] }) => range)).toEqual([]);
  });

  it('names no leader where nothing is recommended', () => {
    const { standings } = previewOf({ questionnaire: asked, evaluation: evaluationOf({}), own: {} });
    expect(standings.map(({ leads }) => leads)).toEqual([false, false, false]);
  });
});

function standing({ standings }: Preview, id: string) {
  return standings.find((one) => one.id === id);
}

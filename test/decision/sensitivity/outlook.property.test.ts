import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { GateState } from '../../../src/decision/evaluation/evaluation.ts';
import { createLandscape } from '../../../src/decision/sensitivity/landscape/landscape.ts';
import { openQuestions } from '../../../src/decision/sensitivity/landscape/open-questions.ts';
import { outlookOf } from '../../../src/decision/sensitivity/outlook.ts';
import type { Case } from '../arbitrary-answers.ts';
import { completionsOf } from '../completions.ts';
import { evaluated, judged } from '../evaluated.ts';
import { referenceOf } from '../reference.ts';
import { isOpen } from '../reference-condition.ts';
import { arbitraryOpenCase } from './arbitrary-open-case.ts';
import { createPaper } from './on-paper.ts';

/** Rounding. */
const SAME = 1e-9;

describe('an outlook, compared with all completions', () => {
  it('holds every score that can come about in its range, and nothing beyond where it is exact', () => {
    expectOutlooks(({ seen, all }) => {
      for (const [id, [low, high]] of Object.entries(seen.ranges)) {
        const scores = all.results.map((result) => result.scores[id] ?? Number.NaN);
        const [least, greatest] = [Math.min(...scores), Math.max(...scores)];
        expect(low).toBeLessThanOrEqual(least + SAME);
        expect(high).toBeGreaterThanOrEqual(greatest - SAME);
        if (seen.exact) expect([least - low, high - greatest].every((gap) => gap <= SAME)).toBe(true);
      }
    });
  });

  it('names every outcome that can come about, the present one first, and no other where it is exact', () => {
    expectOutlooks(({ seen, all }) => {
      const winners = [...new Set(all.results.map(({ winner }) => winner))];
      expect(seen.possible[0]).toBe(all.now.winner);
      expect(seen.possible).toEqual(expect.arrayContaining(winners));
      expect(new Set(seen.possible).size).toBe(seen.possible.length);
      if (seen.exact) expect(seen.possible).toHaveLength(winners.length);
    });
  });

  it('is decided when all completions agree, and never when they do not', () => {
    expectOutlooks(({ seen, all, given: { model, answers } }) => {
      const agreed = all.results.every(({ winner }) => winner === all.now.winner);
      if (!agreed || seen.exact) expect(seen.decided).toBe(agreed);
      const { enabled } = referenceOf(model, answers);
      const open = model.questions.filter(
        ({ id, retired }) => retired !== true && enabled[id] !== 'false' && isOpen(answers[id]),
      );
      expect(seen.idle).toBe(seen.decided ? open.length : 0);
    });
  });

  it('calls a gate fired, possible or clear as the completions do', () => {
    expectOutlooks(({ seen, all, given: { model } }) => {
      for (const { id } of model.gates ?? []) {
        const sometimes = all.results.some(({ gates }) => gates.includes(id)) ? 'possible' : 'clear';
        expect(seen.gates[id]).toBe(all.now.gates.includes(id) ? 'fired' : sometimes);
      }
    });
  });

  it('is exact for small models', () => {
    const cases = fc.sample(arbitraryOpenCase(), { numRuns: 150, seed: 7 });
    expect(cases.filter((given) => !outlookByIds(given).exact)).toEqual([]);
  });
});

describe('an evaluation', () => {
  it('reports the outlook, and scores that lie within their ranges', () => {
    fc.assert(
      fc.property(arbitraryOpenCase(), (given) => {
        const { model, answers, weights } = given;
        const { outcome, alternatives, gates = [] } = evaluated(model, answers, { weights, explain: 'summary' });
        const { exact, decided, idle, possible, ranges, gates: states } = outlookByIds(given);
        expect(outcome).toMatchObject({ exact, decided, idle });
        expect([...(outcome.possible ?? [])].sort()).toEqual([...possible].sort());
        expect(Object.fromEntries(gates.map(({ id, state }) => [id, state]))).toEqual(states);
        for (const { id, score, range: [low, high] = [Number.NaN, Number.NaN] } of alternatives) {
          expect(low <= score && score <= high).toBe(true);
          expect([low, high]).toEqual([expect.closeTo(ranges[id]?.[0] ?? -1, 9), expect.closeTo(ranges[id]?.[1] ?? -1, 9)]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

/** An outlook by ids. */
interface Seen {
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly possible: readonly string[];
  readonly gates: Readonly<Record<string, GateState>>;
  readonly exact: boolean;
  readonly decided: boolean;
  readonly idle: number;
}

/** The outlook of a case, found without the help of samples, which an evaluation has. */
function outlookByIds({ model: document, answers, weights }: Case): Seen {
  const model = compile(document);
  const judgement = judged(model, answers, weights);
  const landscape = createLandscape(model, judgement, openQuestions(model, judgement));
  const outlook = outlookOf({ landscape, judgement });
  const { exact, decided, idle } = outlook;
  return {
    exact,
    decided,
    idle,
    ranges: Object.fromEntries(outlook.ranges.map((range, index) => [document.alternatives[index]?.id, range])),
    possible: outlook.possible.map((index) => document.alternatives[index]?.id ?? 'none'),
    gates: Object.fromEntries(outlook.gates.map((state, index) => [document.gates?.[index]?.id, state])),
  };
}

/** An outlook beside what its answers and all their completions come to. */
interface Compared {
  readonly given: Case;
  readonly seen: Seen;
  readonly all: ReturnType<typeof bruteForce>;
}

function expectOutlooks(compare: (compared: Compared) => void): void {
  fc.assert(
    fc.property(arbitraryOpenCase(), (given) => compare({ given, seen: outlookByIds(given), all: bruteForce(given) })),
    { numRuns: 150 },
  );
}

function bruteForce({ model, answers, weights }: Case) {
  const paper = createPaper(model);
  const results = [...completionsOf(model, answers)].map((completed) => paper(completed, weights));
  return { now: paper(answers, weights), results };
}

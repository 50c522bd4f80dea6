import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Judgement } from '../evaluation/judgement.ts';

/** A share of one criterion, the others kept in proportion, at which another alternative takes the lead. */
export interface FlipWeight {
  readonly criterion: number;
  readonly from: number;
  readonly to: number;
  /** Index of the alternative that then leads. */
  readonly winner: number;
}

/** The shares of one criterion between which the recommended alternative stays in the lead. */
export interface Stability {
  readonly criterion: number;
  readonly low: number;
  readonly high: number;
}

/** How the lead depends on the share of a criterion. */
export interface WeightSensitivity {
  readonly flips: readonly FlipWeight[];
  readonly stability: readonly Stability[];
}

/** Differences of values below this count as none, so that rounding error makes no flip. */
const PARALLEL = 1e-12;

/**
 * For every criterion the nearest shares, up and down, at which the winner changes. With `d_i` the difference of the
 * values of two alternatives in criterion i and `D = Σ_{i≠k} w_i d_i / (1 − w_k)`, they tie at `w* = D / (D − d_k)`
 * (the proportional variant of Triantaphyllou and Sánchez, Decision Sciences 28(1), 1997).
 */
export function weightSensitivity(model: CompiledModel, judgement: Judgement): WeightSensitivity {
  const { recommended, shares } = judgement;
  if (recommended === undefined) return { flips: [], stability: [] };
  const each = model.criteria.map((_, criterion) => {
    const share = shares[criterion] ?? 0;
    const ties = share < 1 ? tiesOf(judgement, recommended, criterion) : [];
    const down = nearest(
      ties.filter(({ up }) => !up),
      (one, other) => other.at - one.at,
    );
    const up = nearest(
      ties.filter(({ up: rising }) => rising),
      (one, other) => one.at - other.at,
    );
    return { criterion, share, down, up };
  });
  return {
    flips: each.flatMap(({ criterion, share, down, up }) =>
      [down, up].flatMap((tie) => (tie === undefined ? [] : [{ criterion, from: share, to: tie.at, winner: tie.rival }])),
    ),
    stability: each.map(({ criterion, down, up }) => ({ criterion, low: down?.at ?? 0, high: up?.at ?? 1 })),
  };
}

/** A share at which a rival draws level, and takes the lead just beyond. */
interface Tie {
  readonly at: number;
  readonly rival: number;
  /** Whether it takes the lead when the share grows. */
  readonly up: boolean;
  /** How fast it then pulls ahead; 0 where there is nothing beyond, so that only the declared order counts. */
  readonly pace: number;
}

function tiesOf({ shares, values, ranked }: Judgement, recommended: number, criterion: number): readonly Tie[] {
  const share = shares[criterion] ?? 0;
  return ranked.flatMap((rival): readonly Tie[] => {
    if (rival === recommended) return [];
    const differences = values.map((row) => (row[recommended] ?? 0) - (row[rival] ?? 0));
    const own = differences[criterion] ?? 0;
    const others = differences.reduce(
      (sum, difference, index) => (index === criterion ? sum : sum + (shares[index] ?? 0) * difference),
      0,
    );
    const rest = others / (1 - share);
    const slope = own - rest;
    if (Math.abs(slope) < PARALLEL) return [];
    const up = slope < 0;
    const tie = rest / (rest - own);
    const at = settled(up ? Math.max(share, tie) : Math.min(share, tie));
    if (leads(at, up)) return [{ at, rival, up, pace: Math.abs(slope) }];
    return leadsTied(at) && rival < recommended ? [{ at, rival, up, pace: 0 }] : [];
  });
}

/** A share with the rounding error taken off at either end of the scale. */
function settled(share: number): number {
  if (Math.abs(share) < PARALLEL) return 0;
  return Math.abs(share - 1) < PARALLEL ? 1 : share;
}

/** Whether there are shares beyond the tie, at which the rival leads. */
function leads(at: number, up: boolean): boolean {
  return up ? at < 1 : at > 0;
}

/** Whether the tie itself is a share that can be given: there the first declared leads. */
function leadsTied(at: number): boolean {
  return at >= 0 && at <= 1;
}

/** The first tie by distance; of those at the same share the one that pulls ahead fastest, then by declared order. */
function nearest(ties: readonly Tie[], distance: (one: Tie, other: Tie) => number): Tie | undefined {
  const ordered = [...ties].sort((one, other) => {
    const apart = distance(one, other);
    return (Math.abs(apart) < PARALLEL ? 0 : apart) || other.pace - one.pace || one.rival - other.rival;
  });
  return ordered[0];
}

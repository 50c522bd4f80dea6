import type { AlternativeResult, ByAlternative, Evaluation, Outcome } from '../evaluation/evaluation.ts';
import { tidy } from '../evaluation/score.ts';

/** One scenario beside the base. */
export interface Comparison {
  readonly outcome: Outcome;
  readonly alternatives: readonly AlternativeResult[];
  /** Whether another alternative is recommended than in the base. */
  readonly changed: boolean;
  /** What became of each alternative's score, in points of 100. */
  readonly shifts: ByAlternative;
  /** The reasons whose contributions moved most, at most three. */
  readonly movers: readonly Mover[];
}

/** A reason that counts otherwise than in the base; `contributions` are the differences, scenario less base. */
export interface Mover {
  readonly rule: string;
  readonly criterion: string;
  readonly because: string;
  readonly contributions: ByAlternative;
}

/** Most movers that are named. */
const MOVERS = 3;

/** Sets a full evaluation beside a base evaluation, of the same model or of another version of it. */
export function comparisonOf(base: Evaluation, scenario: Evaluation): Comparison {
  const before = new Map(base.alternatives.map(({ id, score }) => [id, score]));
  return {
    outcome: scenario.outcome,
    alternatives: scenario.alternatives,
    changed: scenario.outcome.recommended !== base.outcome.recommended,
    shifts: Object.fromEntries(scenario.alternatives.map(({ id, score }) => [id, tidy(score - (before.get(id) ?? 50))])),
    movers: moversOf(base, scenario),
  };
}

function moversOf(base: Evaluation, scenario: Evaluation): readonly Mover[] {
  const [before, after] = [base, scenario].map(({ rationale = [] }) => new Map(rationale.map((reason) => [reason.rule, reason])));
  const movers = [...new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])].flatMap((rule): readonly Mover[] => {
    const [was, is] = [before?.get(rule), after?.get(rule)];
    const shown = is ?? was;
    if (shown === undefined) return [];
    const ids = scenario.alternatives.map(({ id }) => id);
    const contributions = Object.fromEntries(
      ids.map((id) => [id, tidy((is?.contributions[id] ?? 0) - (was?.contributions[id] ?? 0))]),
    );
    return [{ rule, criterion: shown.criterion, because: shown.because, contributions }];
  });
  return movers
    .filter((mover) => swing(mover) > 0)
    .sort((one, other) => swing(other) - swing(one) || (one.rule < other.rule ? -1 : 1))
    .slice(0, MOVERS);
}

/** The greatest change that a mover brings to any alternative, in points of 100. */
function swing({ contributions }: Mover): number {
  return Math.max(...Object.values(contributions).map(Math.abs));
}

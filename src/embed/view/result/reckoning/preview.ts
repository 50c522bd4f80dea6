import type { Questionnaire } from '../../../../decision/answers/questionnaire.ts';
import type { Evaluation } from '../../../../decision/evaluation/evaluation.ts';
import { leaderOf } from '../../../../decision/evaluation/ranking.ts';
import type { OwnWeights } from '../../../session/session-state.ts';

/** How an alternative stands under the weights at hand. */
export interface Standing {
  readonly id: string;
  readonly title: string;
  /** Its place among the alternatives of the questionnaire, from 0: the colour that means it everywhere. */
  readonly hue: number;
  /** 0 … 100. */
  readonly score: number;
  /** Absent while the service works on new weights. */
  readonly range?: readonly [low: number, high: number];
  /** Ids of what takes it out of the ranking; weights have no say in that. */
  readonly excludedBy: readonly string[];
  readonly leads: boolean;
}

/** A result under weights that the service may not have seen yet. */
export interface Preview {
  /** In the order of the evaluation: by the rank that it gave. */
  readonly standings: readonly Standing[];
  /** Weight and share (0 … 1 of all weights) by criterion id. */
  readonly weights: ReadonlyMap<string, { readonly weight: number; readonly share: number }>;
  /** Whether the evaluation was made with these very weights. */
  readonly isEvaluated: boolean;
}

/** What the preview is worked out from. */
export interface PreviewInputs {
  readonly questionnaire: Questionnaire;
  readonly evaluation: Evaluation;
  /** The weights at hand; those that are left out are the model's. */
  readonly own: OwnWeights;
}

/**
 * Scores under other weights, without the service: `50 + 50 · Σ share · value`, as the values of the criteria hang on
 * answers only. Gates and variants do not hang on weights either. Weights that are all 0 count as equal ones.
 */
export function previewOf({ questionnaire, evaluation, own }: PreviewInputs): Preview {
  const weights = sharesOf(questionnaire, own);
  const criteria = evaluation.criteria ?? [];
  const isEvaluated = criteria.every(({ id, weight }) => weights.get(id)?.weight === weight);
  const declared = questionnaire.alternatives.map(({ id }) => id);
  const scores = declared.map((id) =>
    criteria.reduce((sum, criterion) => sum + 50 * (weights.get(criterion.id)?.share ?? 0) * (criterion.values[id] ?? 0), 50),
  );
  const out = declared.map((id) => (evaluation.alternatives.find((one) => one.id === id)?.excludedBy.length === 0 ? 0 : 1));
  const leader = evaluation.outcome.recommended === undefined ? -1 : leaderOf(Float64Array.from(scores), Uint8Array.from(out));
  const standings = evaluation.alternatives.map(({ id, title, range, excludedBy }): Standing => {
    const hue = declared.indexOf(id);
    const known = isEvaluated && range !== undefined ? { range } : {};
    return { id, title, hue, score: scores[hue] ?? 0, ...known, excludedBy, leads: hue === leader };
  });
  return { standings, weights, isEvaluated };
}

function sharesOf({ criteria }: Questionnaire, own: OwnWeights): Preview['weights'] {
  const weights = criteria.map(({ id, weight }) => ({ id, weight: own[id] ?? weight }));
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return new Map(weights.map(({ id, weight }) => [id, { weight, share: sum > 0 ? weight / sum : 1 / weights.length }]));
}

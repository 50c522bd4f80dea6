import type { Condition } from '../../../src/decision/model/condition.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import type { RawWeights } from '../reference.ts';
import { type RawAnswers, verity } from '../reference-condition.ts';

/** What answers come to. */
export interface OnPaper {
  /** The alternative that is recommended, `none` where none is. */
  readonly winner: string;
  readonly scores: Readonly<Record<string, number>>;
  /** Ids of the gates that fire. */
  readonly gates: readonly string[];
}

/** Taken out of the global object once, which is slow to read in tests. */
const { stringify } = JSON;
const { max, min } = Math;

/** Scores nearer than this are the same score. */
const SAME = 1e-9;

/**
 * Prepares to work out very many answers to one model by the method on paper. Conditions are judged by the reference,
 * once for each combination of the answers that they depend on.
 */
export function createPaper(model: DecisionModel): (answers: RawAnswers, own?: RawWeights) => OnPaper {
  const rules = model.rules.map((rule) => ({ ...rule, fires: rememberedTruth(model, rule.when) }));
  const gates = (model.gates ?? []).map((gate) => ({ ...gate, fires: rememberedTruth(model, gate.when) }));
  return (answers, own = {}) => {
    const told = new Map(model.questions.map(({ id }) => [id, stringify(answers[id])]));
    const fired = rules.filter(({ fires }) => fires(answers, told));
    const shut = gates.filter(({ fires }) => fires(answers, told));
    const scores = scoresOf(model, fired, own);
    const left = model.alternatives.filter(({ id, needsVariant, variants = [] }) => {
      const opened = variants.some((variant) => fired.some(({ opens }) => opens === variant.id));
      return shut.every(({ alternative }) => alternative !== id) && (needsVariant !== true || opened);
    });
    const best = max(...left.map(({ id }) => scores[id] ?? 0));
    const leader = left.find(({ id }) => (scores[id] ?? 0) > best - SAME);
    const silent = fired.length === 0 && shut.length === 0;
    return { winner: silent || leader === undefined ? 'none' : leader.id, scores, gates: shut.map(({ id }) => id) };
  };
}

function scoresOf(
  { alternatives, criteria }: DecisionModel,
  fired: readonly DecisionModel['rules'][number][],
  own: RawWeights,
): Record<string, number> {
  const weights = criteria.map(({ id, weight }) => own[id] ?? weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Object.fromEntries(
    alternatives.map(({ id }) => {
      const parts = criteria.map((criterion, index) => {
        let points = 0;
        for (const rule of fired) if (rule.criterion === criterion.id) points += rule.points[id] ?? 0;
        return ((weights[index] ?? 0) / total) * max(-1, min(1, points / criterion.scale));
      });
      return [id, 50 + 50 * parts.reduce((sum, part) => sum + part, 0)];
    }),
  );
}

/** Judges a condition on answers, which are told as text too. */
type Fires = (answers: RawAnswers, told: ReadonlyMap<string, string | undefined>) => boolean;

function rememberedTruth(model: DecisionModel, when: Condition): Fires {
  const read = [...questionsBehind(model, when)];
  const known = new Map<string, boolean>();
  return (answers, told) => {
    const key = read.map((id) => told.get(id)).join();
    const truth = known.get(key) ?? verity(model, answers, when) === 'true';
    known.set(key, truth);
    return truth;
  };
}

/** Every question that a condition depends on, through facts and through what enables questions. */
function questionsBehind(model: DecisionModel, condition: Condition | undefined): ReadonlySet<string> {
  if (condition === undefined) return new Set();
  if ('not' in condition) return questionsBehind(model, condition.not);
  if ('fact' in condition) return questionsBehind(model, model.facts?.[condition.fact]);
  if ('question' in condition) {
    const enabling = model.questions.find(({ id }) => id === condition.question)?.enabledWhen;
    return new Set([condition.question, ...questionsBehind(model, enabling)]);
  }
  const parts = 'all' in condition ? condition.all : condition.any;
  return new Set(parts.flatMap((part) => [...questionsBehind(model, part)]));
}

import type { InputFinding } from '../answers/answer.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { pointer } from '../model/finding.ts';

/** The weight of every criterion of a model, each finite and ≥ 0, at least one above 0. */
export type Weights = ReadonlyMap<string, number>;

/** Weights as they were understood. With findings, use them for nothing. */
export interface WeightsReading {
  readonly weights: Weights;
  /** Pointers start at the weights object. */
  readonly findings: readonly InputFinding[];
}

/** Reads a partial map of criterion to weight over the model's own weights. */
export function readWeights(model: CompiledModel, own: Readonly<Record<string, unknown>> = {}): WeightsReading {
  const findings: InputFinding[] = [];
  const changed = Object.entries(own);
  if (changed.length === 0) return { weights: model.weights, findings };
  const weights = new Map(model.weights);
  for (const [id, weight] of changed) {
    if (!weights.has(id)) findings.push(unknownCriterion(weights, id));
    else if (typeof weight === 'number' && Number.isFinite(weight) && weight >= 0) weights.set(id, weight);
    else findings.push({ pointer: pointer(id), code: 'wrong-weight', message: 'Send a number of 0 or more.' });
  }
  if (findings.length === 0 && [...weights.values()].every((weight) => weight === 0)) {
    findings.push({ pointer: '', code: 'all-weights-zero', message: 'Give at least one criterion a weight above 0.' });
  }
  return { weights, findings };
}

/**
 * The share of each criterion, by its index: 0 … 1, their sum 1. Weights are scaled by the largest before they are
 * added, so that even the largest representable ones cannot overflow.
 */
export function sharesOf(model: CompiledModel, weights: Weights): readonly number[] {
  return weights === model.weights ? model.shares : sharesFrom([...weights.values()]);
}

/** The share of each of some weights, see {@link sharesOf}. */
export function sharesFrom(weights: readonly number[]): readonly number[] {
  const largest = Math.max(...weights);
  const scaled = weights.map((weight) => weight / largest);
  const sum = scaled.reduce((total, weight) => total + weight, 0);
  return scaled.map((weight) => weight / sum);
}

/** Shares as text, without the rounding errors by which equal ones may differ. */
export function roundedShares(shares: readonly number[]): readonly string[] {
  return shares.map((share) => share.toFixed(9));
}

function unknownCriterion(weights: Weights, id: string): InputFinding {
  const message = `There is no criterion of this id; the model has ${[...weights.keys()].join(', ')}.`;
  return { pointer: pointer(id), code: 'unknown-criterion', message };
}

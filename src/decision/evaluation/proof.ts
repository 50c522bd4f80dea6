import type { AnswerValue } from '../answers/answer.ts';
import type { ByAlternative } from './evaluation.ts';

/** How far the result hangs on weights and open answers. */
export interface Robustness {
  /**
   * Share of the samples in which each alternative (or `none`) is recommended when weights and open answers are drawn
   * by chance; those that never are, are left out.
   */
  readonly acceptability: ByAlternative;
  /** The same with the weights drawn and the open answers left open. */
  readonly weightAcceptability: ByAlternative;
  readonly samples: number;
  readonly flipWeights: readonly FlipWeightResult[];
  readonly stability: readonly StabilityResult[];
}

/** The nearest share (0 … 1) of a criterion, the others kept in proportion, at which another alternative wins. */
export interface FlipWeightResult {
  readonly criterion: string;
  readonly from: number;
  readonly to: number;
  readonly wouldChoose: string;
}

/** The shares (0 … 1) of a criterion between which the recommended alternative stays so. */
export interface StabilityResult {
  readonly criterion: string;
  readonly low: number;
  readonly high: number;
}

/** The smallest sets of changed answers that would make `target` win, or the reason why there is none. */
export interface CounterfactualResult {
  readonly target: string;
  readonly sets?: readonly ChangeSetResult[];
  readonly reason?: string;
}

/** Changes that make it win together; no part of them does. `score` is the target's after them. */
export interface ChangeSetResult {
  readonly changes: readonly ChangeResult[];
  readonly score: number;
}

/** A changed or added answer, as it is sent; `from` is absent where nothing was answered. */
export interface ChangeResult {
  readonly question: string;
  readonly from?: unknown;
  readonly to: AnswerValue;
}

/** The result in sentences for a reader in a hurry, strongest first. */
export interface Brief {
  readonly headline: string;
  readonly for: readonly string[];
  readonly against: readonly string[];
  readonly change: readonly string[];
  readonly prepare: readonly string[];
}

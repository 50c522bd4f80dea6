import type { Citation, GateEffect, Grade, Verdict } from '../model/document.ts';
import type { Brief, CounterfactualResult, Robustness } from './proof.ts';

/** How much of an evaluation is worked out and returned. */
export type Explain = 'none' | 'summary' | 'full';

/** Numbers by alternative id. */
export type ByAlternative = Readonly<Record<string, number>>;

/**
 * The result of a model on answers. `explain=none` carries `method`, `outcome` and `alternatives` only;
 * `summary` adds `criteria`, `gates`, `ignored` and the strongest reasons; `full` has everything.
 */
export interface Evaluation {
  readonly method: Method;
  readonly outcome: Outcome;
  /** By rank; those out of the ranking last, without a rank. */
  readonly alternatives: readonly AlternativeResult[];
  readonly criteria?: readonly CriterionResult[];
  readonly gates?: readonly GateResult[];
  /** Answers that were accepted but have no effect. */
  readonly ignored?: readonly IgnoredAnswer[];
  /** Rules that fired, largest swing first. */
  readonly rationale?: readonly Reason[];
  readonly contradictions?: readonly ContradictionResult[];
  readonly prerequisites?: readonly PrerequisiteResult[];
  readonly plan?: readonly PlanStepResult[];
  readonly risks?: readonly RiskResult[];
  readonly robustness?: Robustness;
  /** One for every alternative that is not recommended. */
  readonly counterfactuals?: readonly CounterfactualResult[];
  readonly brief?: Brief;
}

/** What computed the evaluation: enough to compute it again. */
export interface Method {
  readonly model: string;
  readonly version: string;
  /** `sha256:` and the hexadecimal SHA-256 of the model's canonical JSON. */
  readonly contentHash: string;
  readonly engine: string;
}

/** The answer to the question. `recommended` is absent when nothing fired or everything is out. */
export interface Outcome {
  readonly recommended?: string;
  readonly variant?: string;
  readonly otherVariants?: readonly string[];
  /** Alternatives that cannot stand alone and become a part of the recommended one. */
  readonly parts?: readonly string[];
  /** Points of 100 between the recommended alternative and the next in the ranking; absent when there is no next. */
  readonly margin?: number;
  /** 0 … 1, of the criteria weighted by their shares. */
  readonly coverage: number;
  readonly verdict?: Verdict;
  /** Whether every completion of the open answers recommends the same. */
  readonly decided?: boolean;
  /** Ids of the alternatives that some completion recommends, the recommended one first; `none` where nothing may be. */
  readonly possible?: readonly string[];
  /** Whether ranges and possible outcomes are exact, rather than bounds that leave nothing out. */
  readonly exact?: boolean;
  /** Open questions that are left once the result is decided; 0 before. */
  readonly idle?: number;
  readonly headline?: string;
}

/** Whether a team could start today, must prepare something, or must do something else before it may begin. */
export type Readiness = 'ready' | 'prepare-first' | 'not-yet';

/** How one alternative came out. `score` is 0 … 100, 50 = nothing speaks either way. */
export interface AlternativeResult {
  readonly id: string;
  readonly title: string;
  readonly score: number;
  /** Lowest and highest score over all completions of the open answers. */
  readonly range?: readonly [low: number, high: number];
  readonly rank?: number;
  /** Ids of the gates that took it out, or `no-variant`. */
  readonly excludedBy: readonly string[];
  readonly readiness?: Readiness;
}

/** What one criterion says: `values` −1 … 1 by alternative, `share` 0 … 1 of all weights, `coverage` 0 … 1. */
export interface CriterionResult {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly share: number;
  readonly coverage: number;
  readonly values: ByAlternative;
}

/** Whether a gate fires, cannot fire, or may still fire. */
export type GateState = 'fired' | 'clear' | 'possible';

/** A gate and whether it fired, cannot fire, or may still fire. */
export interface GateResult {
  readonly id: string;
  readonly state: GateState;
  readonly alternative: string;
  readonly effect: GateEffect;
  readonly because: string;
  readonly questions: readonly string[];
  readonly sources: readonly Citation[];
}

/** An answer without effect: its question is retired, or the other answers disable it. */
export interface IgnoredAnswer {
  readonly question: string;
  readonly reason: 'retired' | 'disabled';
}

/** A rule that fired. `50 + Σ contributions = score` for every alternative, to 1e-9. */
export interface Reason {
  readonly rule: string;
  readonly criterion: string;
  readonly questions: readonly string[];
  readonly contributions: ByAlternative;
  readonly because: string;
  readonly grade?: Grade;
  readonly sources: readonly Citation[];
}

/** Answers that do not go together, and what to talk about. */
export interface ContradictionResult {
  readonly id: string;
  readonly questions: readonly string[];
  readonly note: string;
}

/** Something to prepare before the recommended alternative. */
export interface PrerequisiteResult {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly because?: string;
  readonly blocking: boolean;
  readonly sources: readonly Citation[];
}

/** One step of the road towards the recommended alternative. */
export interface PlanStepResult {
  readonly title: string;
  readonly text?: string;
  readonly sources: readonly Citation[];
}

/** What may go wrong with the recommended alternative, and what helps. */
export interface RiskResult {
  readonly risk: string;
  readonly mitigation: string;
  readonly sources: readonly Citation[];
}

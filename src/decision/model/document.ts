import type { Condition } from './condition.ts';
import type { Question, Section } from './question.ts';

/**
 * A decision model as an author writes it: one YAML or JSON document, identified by `id` and a semantic `version`.
 * Ids are kebab-case. Everything but `id`, `version`, `title`, `alternatives`, `criteria`, `questions` and `rules`
 * may be left out.
 */
export interface DecisionModel {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Lead, in points of 100, under which the result is too close to call; {@link DEFAULT_TIE_MARGIN} when left out. */
  readonly tieMargin?: number;
  /** Acceptability (0 … 1) from which a result is clear; {@link DEFAULT_CLEAR_ACCEPTABILITY} when left out. */
  readonly clearAcceptability?: number;
  /** In the order that breaks exact ties. */
  readonly alternatives: readonly Alternative[];
  readonly criteria: readonly Criterion[];
  readonly sections?: readonly Section[];
  readonly questions: readonly Question[];
  readonly facts?: Readonly<Record<string, Condition>>;
  readonly rules: readonly Rule[];
  readonly gates?: readonly Gate[];
  readonly prerequisites?: readonly Prerequisite[];
  readonly contradictions?: readonly Contradiction[];
  readonly plans?: readonly PlanStep[];
  readonly risks?: readonly Risk[];
  readonly sources?: Readonly<Record<string, Source>>;
  readonly examples?: readonly Example[];
}

/** Points of 100 under which a result is too close to call, unless the model says otherwise. */
export const DEFAULT_TIE_MARGIN = 3;
/** Acceptability from which a result is clear, unless the model says otherwise. */
export const DEFAULT_CLEAR_ACCEPTABILITY = 0.9;

/** How well a rationale is supported: A research with a method, B primary documentation, C expert opinion, D anecdote. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** Something that can be recommended. With `needsVariant` it is out unless a fired rule opens one of its variants. */
export interface Alternative {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly needsVariant?: boolean;
  readonly variants?: readonly Variant[];
}

/** A named shape that an alternative can take. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly rightWhen?: string;
}

/** A point of view. `weight` ≥ 0 counts as its share of the sum; `scale` > 0 is the sum of points that says all it can say. */
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly scale: number;
  readonly about?: string;
}

/** Points (−3 … 3 each, 0 when left out) that speak for or against alternatives while `when` is true. */
export interface Rule {
  readonly id: string;
  readonly criterion: string;
  readonly when: Condition;
  readonly points: Readonly<Record<string, number>>;
  /** The id of a variant that becomes available when the rule fires. */
  readonly opens?: string;
  readonly because: string;
  readonly sources?: readonly string[];
  readonly grade?: Grade;
}

/** `excluded`: cannot be chosen; `not-alone`: can only be a part of another alternative. */
export type GateEffect = 'excluded' | 'not-alone';

/** Takes an alternative out of the ranking, whatever the weights. */
export interface Gate {
  readonly id: string;
  readonly alternative: string;
  readonly effect: GateEffect;
  readonly when: Condition;
  readonly because: string;
  readonly sources?: readonly string[];
}

/** Something to prepare before any of the alternatives in `for`; `blocking` ones mean "not yet". */
export interface Prerequisite {
  readonly id: string;
  readonly for: readonly string[];
  readonly when: Condition;
  readonly blocking?: boolean;
  readonly title: string;
  readonly text?: string;
  readonly because?: string;
  readonly sources?: readonly string[];
}

/** Answers that do not go together. */
export interface Contradiction {
  readonly id: string;
  readonly when: Condition;
  readonly note: string;
}

/** One step of the road towards an alternative (or towards one variant of it). */
export interface PlanStep {
  readonly for: string;
  readonly variant?: string;
  readonly when?: Condition;
  readonly title: string;
  readonly text?: string;
  readonly sources?: readonly string[];
}

/** What may go wrong with an alternative (or with one variant of it), and what helps. */
export interface Risk {
  readonly for: string;
  readonly variant?: string;
  readonly when?: Condition;
  readonly risk: string;
  readonly mitigation: string;
  readonly sources?: readonly string[];
}

/** Where a statement comes from. */
export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly grade?: Grade;
  readonly caveat?: string;
}

/** A source as the reader of a result sees it. */
export type Citation = Pick<Source, 'title' | 'url'>;

/** Reserved id of the outcome in which nothing is recommended. */
export const NONE = 'none';

/** How firm an outcome is; `none` is the absence of a recommendation. */
export type Verdict = 'clear' | 'leaning' | 'too-close' | 'none';

/** Answers with the outcome their author expects; a model whose examples fail is refused. */
export interface Example {
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly weights?: Readonly<Record<string, number>>;
  readonly expect: {
    /** An alternative, or the reserved id `none`. */
    readonly recommended?: string;
    readonly variant?: string;
    readonly verdict?: Verdict;
    readonly minMargin?: number;
    readonly excluded?: readonly string[];
  };
}

import type { Condition } from './condition.ts';

/** A titled group of questions. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
}

/** What every question has. `changeable` is true and `core`, `retired` are false when left out. */
interface QuestionBase {
  readonly id: string;
  readonly section?: string;
  /** Criteria whose coverage the question counts for. */
  readonly criteria?: readonly string[];
  readonly core?: boolean;
  /** Whether the team could change the answer; false for facts of life. */
  readonly changeable?: boolean;
  /** Not asked any more: an answer is still accepted, reported and without effect. */
  readonly retired?: boolean;
  readonly text: string;
  readonly help?: string;
  readonly why?: string;
  readonly enabledWhen?: Condition;
}

/** One of the choices, or any set of them. */
export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'single' | 'multiple';
  readonly choices: readonly Choice[];
}

/** Yes or no. */
export interface BooleanQuestion extends QuestionBase {
  readonly type: 'boolean';
}

/** A whole number within `min` … `max`, both inclusive. */
export interface NumberQuestion extends QuestionBase {
  readonly type: 'scale' | 'integer';
  readonly min: number;
  readonly max: number;
  readonly minText?: string;
  readonly maxText?: string;
}

/** A question of any type. */
export type Question = ChoiceQuestion | BooleanQuestion | NumberQuestion;

/** `neutral`: no rule reads it, on purpose. `exclusive`: in a `multiple` question it stands alone. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly hint?: string;
  readonly neutral?: boolean;
  readonly exclusive?: boolean;
  /** How often it is chosen where nothing is known, compared with choices that do not say (1). Above 0. */
  readonly likely?: number;
}

import type { Partition } from '../answers/cells.ts';
import type { ReadAnswer } from '../answers/known-answers.ts';
import type { SetReader } from '../answers/read-set.ts';
import type { Weights } from '../evaluation/read-weights.ts';
import type { Condition, Leaf } from '../model/condition.ts';
import type {
  Alternative,
  Citation,
  Contradiction,
  Criterion,
  DecisionModel,
  Gate,
  PlanStep,
  Prerequisite,
  Risk,
  Rule,
} from '../model/document.ts';
import type { Question } from '../model/question.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { Circuit } from './circuit/circuit.ts';
import type { Formula } from './conditions/formula.ts';
import type { Holds } from './conditions/leaf-test.ts';
import type { Expression } from './conditions/truth.ts';
import type { Worksheet } from './worksheet.ts';

/**
 * A decision model made ready for evaluation, once: ids resolved to indices, conditions to functions, rules sorted by
 * id so that the order in the document never shows in a result. It may be shared freely: all that ever changes in it
 * is the worksheet, which carries nothing from one evaluation to the next.
 */
export interface CompiledModel {
  readonly document: DecisionModel;
  readonly tieMargin: number;
  readonly clearAcceptability: number;
  readonly alternatives: readonly Alternative[];
  readonly alternativeIndex: ReadonlyMap<string, number>;
  readonly criteria: readonly CompiledCriterion[];
  /** In the author's order, retired ones included. */
  readonly questions: readonly CompiledQuestion[];
  readonly questionIndex: ReadonlyMap<string, number>;
  /** Indices of questions, each after all those that its `enabledWhen` reads. */
  readonly enablingOrder: readonly number[];
  readonly tests: readonly CompiledTest[];
  /** Compiles one of the document's conditions, or its opposite, for many worlds at once; without a condition it always holds. */
  readonly formula: (condition: Condition | undefined, negated?: boolean) => Formula;
  /** Indices of the literals that one of the document's conditions reads: test `t` at `2t`, its opposite at `2t + 1`. */
  readonly literals: (condition: Condition) => readonly number[];
  readonly rules: readonly CompiledRule[];
  readonly gates: readonly Conditional<Gate>[];
  readonly prerequisites: readonly Conditional<Prerequisite>[];
  readonly contradictions: readonly Conditional<Contradiction>[];
  readonly plans: readonly Conditional<PlanStep>[];
  readonly risks: readonly Conditional<Risk>[];
  /** The model's own weights, and the shares that they come to, by index of the criterion. */
  readonly weights: Weights;
  readonly shares: readonly number[];
  readonly circuit: Circuit;
  readonly arithmetic: Arithmetic;
  readonly worksheet: Worksheet;
}

/** A distinct leaf of the model's conditions: which question it reads, and whether a value passes. */
export interface CompiledTest {
  readonly question: number;
  readonly leaf: Leaf;
  readonly holds: Holds;
}

/** A criterion with the questions that count for its coverage. */
export interface CompiledCriterion {
  readonly criterion: Criterion;
  /** Indices of the questions that list it, retired ones left out. */
  readonly questions: readonly number[];
}

/** A question with what the conditions of the model make of it. */
export interface CompiledQuestion {
  readonly question: Question;
  readonly retired: boolean;
  readonly enabledWhen?: Expression;
  /** Indices of the tests that `enabledWhen` reads. */
  readonly enablingTests: readonly number[];
  /** Indices of the tests that read it, and those tests. */
  readonly tests: readonly number[];
  readonly readers: readonly CompiledTest[];
  /** Answers that are made beforehand, by what is sent for them. */
  readonly known: ReadonlyMap<unknown, ReadAnswer>;
  /** Reads sets of choices, when it asks for them. */
  readonly readSet?: SetReader;
  /** Its values, those that no condition tells apart together. */
  readonly partition: Partition;
}

/** A part of the document with its condition compiled, and its sources. */
export interface Conditional<T> {
  readonly entry: T;
  readonly when: Expression;
  /** Ids of the questions that the condition reads. */
  readonly questions: readonly string[];
  /** Indices of the tests that it reads. */
  readonly tests: readonly number[];
  /** Indices of the questions that it depends on: those it reads and those that enable them, in enabling order. */
  readonly reads: readonly number[];
  readonly sources: readonly Citation[];
}

/** A rule with its points in a row. */
export interface CompiledRule extends Conditional<Rule> {
  /** Index of its criterion. */
  readonly criterion: number;
  /** Points by index of the alternative. */
  readonly points: readonly number[];
  /** The alternative and the variant that it opens, by index. */
  readonly opens?: { readonly alternative: number; readonly variant: number };
}

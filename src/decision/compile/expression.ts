import type { Condition, Leaf } from '../model/condition.ts';
import { and, type Expression, FALSE, not, or, POSSIBLE, TRUE, type Truth } from './truth.ts';

/** What a condition needs from its model while it is compiled. */
export interface ExpressionScope {
  /** The index of the test that a leaf asks for; equal leaves share one. */
  readonly testIndex: (leaf: Leaf) => number;
  /** The compiled fact of that name. */
  readonly fact: (name: string) => Expression;
}

/** Compiles a condition of a checked model. */
export function compileCondition(condition: Condition, scope: ExpressionScope): Expression {
  if ('all' in condition) return combined(condition.all, scope, and, TRUE, FALSE);
  if ('any' in condition) return combined(condition.any, scope, or, FALSE, TRUE);
  if ('not' in condition) {
    const inner = compileCondition(condition.not, scope);
    return (truths) => not(inner(truths));
  }
  if ('fact' in condition) return scope.fact(condition.fact);
  const index = scope.testIndex(condition);
  return (truths) => asTruth(truths[index]);
}

function combined(
  conditions: readonly Condition[],
  scope: ExpressionScope,
  join: typeof and,
  start: Truth,
  settled: Truth,
): Expression {
  const parts = conditions.map((condition) => compileCondition(condition, scope));
  return (truths) => {
    let truth: Truth = start;
    for (const part of parts) {
      truth = join(truth, part(truths));
      if (truth === settled) return truth;
    }
    return truth;
  };
}

/** Reads one element of an array of truths. */
export function asTruth(value: number | undefined): Truth {
  return value === TRUE ? TRUE : value === FALSE ? FALSE : POSSIBLE;
}

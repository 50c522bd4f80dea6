import type { Condition, Leaf } from '../../model/condition.ts';
import { asTruth, type Expression, FALSE, TRUE, type Truth } from './truth.ts';

/** What a condition needs from its model while it is compiled. */
export interface ExpressionScope {
  /** The index of the test that a leaf asks for; equal leaves share one. */
  readonly testIndex: (leaf: Leaf) => number;
  /** The compiled fact of that name, or its opposite. */
  readonly fact: (name: string, negated: boolean) => Expression;
}

/**
 * Compiles a condition of a checked model, or its opposite. Negations are pushed down to the tests (De Morgan), which
 * have a truth for either sense: so every expression grows with its truths, and bounds on them are bounds on it.
 */
export function compileCondition(condition: Condition, scope: ExpressionScope, negated = false): Expression {
  if ('not' in condition) return compileCondition(condition.not, scope, !negated);
  if ('fact' in condition) return scope.fact(condition.fact, negated);
  if ('all' in condition || 'any' in condition) {
    const conditions = 'all' in condition ? condition.all : condition.any;
    const parts = conditions.map((part) => compileCondition(part, scope, negated));
    return 'all' in condition === negated ? either(parts) : every(parts);
  }
  const literal = 2 * scope.testIndex(condition) + (negated ? 1 : 0);
  return (truths) => asTruth(truths[literal]);
}

/** Kleene's "and": the least of the parts. */
function every(parts: readonly Expression[]): Expression {
  return (truths) => {
    let least: Truth = TRUE;
    for (const part of parts) {
      const truth = part(truths);
      if (truth < least) least = truth;
      if (least === FALSE) break;
    }
    return least;
  };
}

/** Kleene's "or": the greatest of the parts. */
function either(parts: readonly Expression[]): Expression {
  return (truths) => {
    let greatest: Truth = FALSE;
    for (const part of parts) {
      const truth = part(truths);
      if (truth > greatest) greatest = truth;
      if (greatest === TRUE) break;
    }
    return greatest;
  };
}

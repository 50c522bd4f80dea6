import type { Condition } from '../../model/condition.ts';
import type { ExpressionScope } from './expression.ts';

/** For each literal a word of 32 bits, one for each of 32 worlds: test `t` at `2t`, its opposite at `2t + 1`. */
export type Literals = Int32Array;

/** Every world. */
export const EVERYWHERE = -1;

/**
 * A condition compiled for 32 worlds at once: a bit of the result is set where the condition is true. "True or not" is
 * all it sees of Kleene's three truths, which is enough: the least of some truths is true where all are, and the
 * greatest where one is. A literal that is only possible has its bit cleared in either sense.
 */
export type Formula = (literals: Literals) => number;

/** What a formula needs from its model while it is compiled. */
export interface FormulaScope extends Pick<ExpressionScope, 'testIndex'> {
  /** The compiled fact of that name, or its opposite. */
  readonly fact: (name: string, negated: boolean) => Formula;
}

/** Compiles a condition of a checked model, or its opposite; negations are pushed down to the tests. */
export function compileFormula(condition: Condition, scope: FormulaScope, negated = false): Formula {
  if ('not' in condition) return compileFormula(condition.not, scope, !negated);
  if ('fact' in condition) return scope.fact(condition.fact, negated);
  if ('all' in condition || 'any' in condition) {
    const conditions = 'all' in condition ? condition.all : condition.any;
    const parts = conditions.map((part) => compileFormula(part, scope, negated));
    return 'all' in condition === negated ? either(parts) : every(parts);
  }
  const literal = 2 * scope.testIndex(condition) + (negated ? 1 : 0);
  return (literals) => literals[literal] ?? 0;
}

function every(parts: readonly Formula[]): Formula {
  return (literals) => {
    let worlds = EVERYWHERE;
    for (let index = 0; index < parts.length && worlds !== 0; index += 1) worlds &= parts[index]?.(literals) ?? 0;
    return worlds;
  };
}

function either(parts: readonly Formula[]): Formula {
  return (literals) => {
    let worlds = 0;
    for (let index = 0; index < parts.length && worlds !== EVERYWHERE; index += 1) worlds |= parts[index]?.(literals) ?? 0;
    return worlds;
  };
}

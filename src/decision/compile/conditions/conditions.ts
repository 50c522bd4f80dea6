import { type Condition, type Leaf, leavesOf } from '../../model/condition.ts';
import type { DecisionModel } from '../../model/document.ts';
import type { CompiledTest, Conditional } from '../compiled-model.ts';
import { found, indexById } from '../ids.ts';
import { compileCondition } from './expression.ts';
import { compileFormula, EVERYWHERE, type Formula } from './formula.ts';
import { leafTest } from './leaf-test.ts';
import { type Expression, TRUE } from './truth.ts';

/** Compiles conditions and facts of one model, giving equal leaves one test and every fact one function. */
export function createConditions(document: DecisionModel) {
  const facts = new Map(Object.entries(document.facts ?? {}));
  const questions = indexById(document.questions);
  const tests: CompiledTest[] = [];
  const known = new Map<string, number>();
  const testIndex = (leaf: Leaf): number => {
    const key = JSON.stringify(Object.entries(leaf).sort(([left], [right]) => (left < right ? -1 : 1)));
    const index = known.get(key) ?? tests.push({ question: found(questions, leaf.question), leaf, holds: leafTest(leaf) }) - 1;
    known.set(key, index);
    return index;
  };
  const fact: (name: string, negated: boolean) => Expression = remembering((name, negated) => {
    return compileCondition(found(facts, name), { testIndex, fact }, negated);
  });
  const compiled = (condition: Condition | undefined): Pick<Conditional<unknown>, 'when' | 'questions' | 'tests'> => {
    if (condition === undefined) return { when: () => TRUE, questions: [], tests: [] };
    const leaves = leavesOf(condition, facts);
    return {
      when: compileCondition(condition, { testIndex, fact }),
      questions: [...new Set(leaves.map(({ question }) => question))],
      tests: [...new Set(leaves.map(testIndex))],
    };
  };
  const formulaFact: (name: string, negated: boolean) => Formula = remembering((name, negated) => {
    return compileFormula(found(facts, name), { testIndex, fact: formulaFact }, negated);
  });
  const formula = (condition: Condition | undefined, negated = false): Formula => {
    if (condition === undefined) return () => (negated ? 0 : EVERYWHERE);
    return compileFormula(condition, { testIndex, fact: formulaFact }, negated);
  };
  const factLiterals: (name: string, negated: boolean) => readonly number[] = remembering((name, negated) => {
    return literals(found(facts, name), negated);
  });
  const literals = (condition: Condition, negated = false): readonly number[] => {
    if ('not' in condition) return literals(condition.not, !negated);
    if ('fact' in condition) return factLiterals(condition.fact, negated);
    if ('question' in condition) return [2 * testIndex(condition) + (negated ? 1 : 0)];
    const parts = 'all' in condition ? condition.all : condition.any;
    return [...new Set(parts.flatMap((part) => literals(part, negated)))];
  };
  return { tests, testIndex, compiled, formula, literals };
}

/** Compiles every fact once in either sense. */
function remembering<T>(compileFact: (name: string, negated: boolean) => T): (name: string, negated: boolean) => T {
  const known = new Map<string, T>();
  return (name, negated) => {
    const key = `${negated ? 'not ' : ''}${name}`;
    const fact = known.get(key) ?? compileFact(name, negated);
    known.set(key, fact);
    return fact;
  };
}

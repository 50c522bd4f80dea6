import { partitionOf } from '../answers/cells.ts';
import { knownAnswers } from '../answers/known-answers.ts';
import { createSetReader } from '../answers/read-set.ts';
import { sharesFrom } from '../evaluation/read-weights.ts';
import { type Condition, type Leaf, leavesOf } from '../model/condition.ts';
import {
  type Citation,
  DEFAULT_CLEAR_ACCEPTABILITY,
  DEFAULT_TIE_MARGIN,
  type DecisionModel,
  type Rule,
} from '../model/document.ts';
import { createArithmetic } from './arithmetic.ts';
import type { CompiledModel, CompiledQuestion, CompiledRule, CompiledTest, Conditional } from './compiled-model.ts';
import { createCircuit } from './create-circuit.ts';
import { createDependencies, enablingOrder } from './enabling-order.ts';
import { compileCondition } from './expression.ts';
import { compileFormula, EVERYWHERE, type Formula } from './formula.ts';
import { leafTest } from './leaf-test.ts';
import { type Expression, TRUE } from './truth.ts';
import { createWorksheet } from './worksheet.ts';

/** What entries that a condition attaches to the result have in common. */
interface Attached {
  readonly when?: Condition;
  readonly sources?: readonly string[];
}

/**
 * Compiles a model that has been checked without errors.
 *
 * @throws RangeError when a reference leads nowhere, which a check would have found.
 */
export function compile(document: DecisionModel): CompiledModel {
  const conditions = createConditions(document);
  const alternativeIndex = indexById(document.alternatives);
  const order = enablingOrder(document);
  const reads = createDependencies(document, order);
  const conditional = <T extends Attached>(entry: T): Conditional<T> => {
    const compiled = conditions.compiled(entry.when);
    return { entry, ...compiled, reads: reads(compiled.questions), sources: citations(document, entry.sources) };
  };
  const enabling = document.questions.map(({ enabledWhen }) => enabledWhen && conditions.compiled(enabledWhen));
  const criterionIndex = indexById(document.criteria);
  const rules = [...document.rules].sort(byId).map(
    (rule): CompiledRule => ({
      ...conditional(rule),
      criterion: found(criterionIndex, rule.criterion),
      points: document.alternatives.map(({ id }) => pointsFor(rule, id)),
      ...(rule.opens !== undefined && { opens: variantNamed(document, rule.opens) }),
    }),
  );
  const rest = {
    gates: (document.gates ?? []).map(conditional),
    prerequisites: (document.prerequisites ?? []).map(conditional),
    contradictions: (document.contradictions ?? []).map(conditional),
    plans: (document.plans ?? []).map(conditional),
    risks: (document.risks ?? []).map(conditional),
  };
  const testsRead = testsByQuestion(document, conditions.tests);
  const questions = document.questions.map((question, index): CompiledQuestion => {
    const { when: enabledWhen, tests: enablingTests = [] } = enabling[index] ?? {};
    const tests = testsRead[index] ?? [];
    const readers = tests.flatMap((test) => conditions.tests[test] ?? []);
    const known = knownAnswers({ question, readers });
    const partition = partitionOf(question, readers);
    const readSet = question.type === 'multiple' ? createSetReader(question, readers) : undefined;
    const retired = question.retired === true;
    return {
      question,
      retired,
      tests,
      readers,
      known,
      partition,
      enablingTests,
      ...(readSet && { readSet }),
      ...(enabledWhen && { enabledWhen }),
    };
  });
  const criteria = document.criteria.map((criterion) => ({ criterion, questions: listing(document, criterion.id) }));
  const weights = new Map(document.criteria.map(({ id, weight }) => [id, weight]));
  const circuit = createCircuit({
    document,
    enablingOrder: order,
    testsByQuestion: testsRead,
    testIndex: conditions.testIndex,
    rules: rules.map(({ entry }) => entry),
  });
  const arithmetic = createArithmetic({ alternatives: document.alternatives, criteria, rules, gates: rest.gates });
  return {
    document,
    tieMargin: document.tieMargin ?? DEFAULT_TIE_MARGIN,
    clearAcceptability: document.clearAcceptability ?? DEFAULT_CLEAR_ACCEPTABILITY,
    alternatives: document.alternatives,
    alternativeIndex,
    criteria,
    questions,
    questionIndex: indexById(document.questions),
    enablingOrder: order,
    tests: conditions.tests,
    formula: conditions.formula,
    rules,
    ...rest,
    weights,
    shares: sharesFrom([...weights.values()]),
    circuit,
    arithmetic,
    worksheet: createWorksheet(circuit, arithmetic, questions.length),
  };
}

function pointsFor(rule: Rule, alternative: string): number {
  return Object.hasOwn(rule.points, alternative) ? (rule.points[alternative] ?? 0) : 0;
}

function variantNamed(document: DecisionModel, id: string): { alternative: number; variant: number } {
  for (const [alternative, { variants = [] }] of document.alternatives.entries()) {
    const variant = variants.findIndex((one) => one.id === id);
    if (variant >= 0) return { alternative, variant };
  }
  throw new RangeError(`no alternative has a variant ${id}`);
}

/** Compiles conditions and facts of one model, giving equal leaves one test and every fact one function. */
function createConditions(document: DecisionModel) {
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
  return { tests, testIndex, compiled, formula };
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

function citations(document: DecisionModel, ids: readonly string[] = []): readonly Citation[] {
  const sources = document.sources ?? {};
  return ids.flatMap((id) => {
    const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
    if (source === undefined) return [];
    return [{ title: source.title, ...(source.url !== undefined && { url: source.url }) }];
  });
}

function testsByQuestion(document: DecisionModel, tests: readonly CompiledTest[]): readonly (readonly number[])[] {
  const readers: number[][] = document.questions.map(() => []);
  for (const [index, { question }] of tests.entries()) readers[question]?.push(index);
  return readers;
}

function listing(document: DecisionModel, criterion: string): readonly number[] {
  return document.questions.flatMap(({ criteria = [], retired }, index) =>
    criteria.includes(criterion) && retired !== true ? [index] : [],
  );
}

function indexById(entries: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id }, index) => [id, index]));
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1;
}

function found<T>(entries: ReadonlyMap<string, T>, key: string): T {
  const value = entries.get(key);
  if (value === undefined) throw new RangeError(`the model has no entry ${key}`);
  return value;
}

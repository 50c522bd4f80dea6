import { partitionOf } from '../answers/cells.ts';
import { knownAnswers } from '../answers/known-answers.ts';
import { createSetReader } from '../answers/read-set.ts';
import { sharesFrom } from '../evaluation/read-weights.ts';
import type { Condition } from '../model/condition.ts';
import {
  type Citation,
  DEFAULT_CLEAR_ACCEPTABILITY,
  DEFAULT_TIE_MARGIN,
  type DecisionModel,
  type Rule,
} from '../model/document.ts';
import { createArithmetic } from './arithmetic.ts';
import { createCircuit } from './circuit/create-circuit.ts';
import type { CompiledModel, CompiledQuestion, CompiledRule, CompiledTest, Conditional } from './compiled-model.ts';
import { createConditions } from './conditions/conditions.ts';
import { createDependencies, enablingOrder } from './conditions/enabling-order.ts';
import { found, indexById } from './ids.ts';
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
    literals: conditions.literals,
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

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1;
}

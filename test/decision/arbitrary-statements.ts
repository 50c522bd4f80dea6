import fc from 'fast-check';
import type { Condition } from '../../src/decision/model/condition.ts';
import type {
  Contradiction,
  DecisionModel,
  Gate,
  PlanStep,
  Prerequisite,
  Risk,
  Rule,
} from '../../src/decision/model/document.ts';
import type { Question } from '../../src/decision/model/question.ts';
import { arbitraryCondition } from './arbitrary-condition.ts';
import { arbitraryNumbers } from './arbitrary-numbers.ts';

/** The parts of a model that statements refer to. */
export interface Frame extends Pick<DecisionModel, 'alternatives' | 'criteria' | 'questions'> {
  readonly ruleIds: readonly string[];
}

/** Everything of a model that has conditions, and so depends on what else is there. */
export type Statements = Omit<DecisionModel, 'id' | 'version' | 'title' | 'alternatives' | 'criteria'>;

/**
 * Any statements about the parts of a model. Questions are made to depend on those before them in an order that is
 * shuffled; the fact `root` reads the first of these, which is always asked, so that anything may use it.
 */
export function arbitraryStatements(frame: Frame): fc.Arbitrary<Statements> {
  const { questions, alternatives } = frame;
  const named = alternatives.map(({ id }) => id);
  const when = arbitraryCondition({ questions, facts: ['root', 'other'] });
  return fc.shuffledSubarray([...questions], { minLength: questions.length }).chain((order) =>
    fc.record({
      questions: arbitraryEnabling(questions, order),
      facts: fc.record({
        root: arbitraryCondition({ questions: order.slice(0, 1), facts: [] }, 0),
        other: arbitraryCondition({ questions, facts: ['root'] }),
      }),
      rules: fc.tuple(...frame.ruleIds.map((id) => arbitraryRule(id, frame, when))),
      gates: listOf(2, (id) => arbitraryGate(id, named, when)),
      prerequisites: listOf(3, (id) => arbitraryPrerequisite(id, named, when)),
      contradictions: listOf(2, (id) =>
        fc.record<Contradiction>({ id: fc.constant(`clash-${id}`), when, note: fc.constant('note') }),
      ),
      plans: listOf(3, (id) => arbitraryStep(id, named, when)),
      risks: listOf(2, (id) => arbitraryRisk(id, named, when)),
    }),
  );
}

function arbitraryEnabling(questions: readonly Question[], order: readonly Question[]): fc.Arbitrary<readonly Question[]> {
  const enabled = questions.map((question): fc.Arbitrary<Question> => {
    const earlier = order.slice(0, order.indexOf(question));
    if (earlier.length === 0) return fc.constant(question);
    const enabledWhen = arbitraryCondition({ questions: earlier, facts: ['root'] }, 1);
    return fc
      .option(enabledWhen, { nil: undefined, freq: 2 })
      .map((when) => (when === undefined ? question : { ...question, enabledWhen: when }));
  });
  return fc.tuple(...enabled);
}

function arbitraryRule(id: string, { alternatives, criteria }: Frame, when: fc.Arbitrary<Condition>): fc.Arbitrary<Rule> {
  const points = fc.constantFrom(-3, -2, -1.5, -1, -0.3, 0.1, 0.2, 0.5, 1, 2, 3);
  const variants = alternatives.flatMap((one) => (one.variants ?? []).map((variant) => variant.id));
  const statement = {
    id: fc.constant(id),
    criterion: fc.constantFrom(...criteria.map((one) => one.id)),
    when,
    points: arbitraryNumbers(
      alternatives.map((one) => one.id),
      points,
    ),
    because: fc.constant(`Because of ${id}.`),
  };
  if (variants.length === 0) return fc.record(statement);
  return fc.oneof(fc.record(statement), fc.record({ ...statement, opens: fc.constantFrom(...variants) }));
}

function arbitraryGate(id: number, alternatives: readonly string[], when: fc.Arbitrary<Condition>): fc.Arbitrary<Gate> {
  return fc.record<Gate>({
    id: fc.constant(`gate-${id}`),
    alternative: fc.constantFrom(...alternatives),
    effect: fc.constantFrom('excluded', 'not-alone'),
    when,
    because: fc.constant(`Because of gate ${id}.`),
  });
}

function arbitraryPrerequisite(
  id: number,
  alternatives: readonly string[],
  when: fc.Arbitrary<Condition>,
): fc.Arbitrary<Prerequisite> {
  return fc.record<Prerequisite>({
    id: fc.constant(`need-${id}`),
    for: fc.subarray([...alternatives], { minLength: 1 }),
    when,
    blocking: fc.boolean(),
    title: fc.constant(`Need ${id}`),
  });
}

function arbitraryStep(id: number, alternatives: readonly string[], when: fc.Arbitrary<Condition>): fc.Arbitrary<PlanStep> {
  const step = { for: fc.constantFrom(...alternatives), title: fc.constant(`Step ${id}`) };
  return fc.oneof(fc.record(step), fc.record({ ...step, when }));
}

function arbitraryRisk(id: number, alternatives: readonly string[], when: fc.Arbitrary<Condition>): fc.Arbitrary<Risk> {
  const risk = { for: fc.constantFrom(...alternatives), risk: fc.constant(`Risk ${id}`), mitigation: fc.constant('Care') };
  return fc.oneof(fc.record(risk), fc.record({ ...risk, when }));
}

function listOf<T>(most: number, entry: (id: number) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc
    .integer({ min: 0, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => entry(index + 1))));
}

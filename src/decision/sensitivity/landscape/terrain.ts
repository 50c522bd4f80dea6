import type { CompiledModel, CompiledRule } from '../../compile/compiled-model.ts';
import type { Formula } from '../../compile/conditions/formula.ts';
import { FALSE, POSSIBLE } from '../../compile/conditions/truth.ts';
import type { Enabling } from './literals.ts';
import { distinct, type Option, optionOf, type Standpoint } from './option.ts';
import { type Points, pointsOf } from './points.ts';
import { type Varying, varyingOver } from './varying.ts';

/** What a model makes of one question, whatever is answered to the others. */
export interface Ground extends Standpoint {
  /** When it is enabled and when it is not; absent where it always is. */
  readonly enabling?: Enabling;
  /** Whether others are enabled by what is answered to it. */
  readonly enables: boolean;
  /** Every kind of value that makes a difference. */
  readonly values: readonly Option[];
  /** The question while it is open: it may stay so, take any of the values, or not be applicable. Options that come to the same are one. */
  readonly open: Varying;
}

/** A rule that depends on more than one question, or opens a variant that its alternative needs. */
export interface JointRule {
  readonly when: Formula;
  readonly given: Points;
  /** Index of the alternative to which it opens a variant, where that is out without one. */
  readonly opens?: number;
  /** Indices of the questions that it depends on. */
  readonly reads: readonly number[];
  /** Indices of the literals that it reads, with both of each test that enables a question that it depends on. */
  readonly literals: ReadonlySet<number>;
}

/** A gate as searches see it. */
export interface Barrier {
  /** Index of the alternative that it takes out. */
  readonly alternative: number;
  readonly when: Formula;
  /** Indices of the questions that it depends on. */
  readonly reads: readonly number[];
}

/** A model as searches and samples see it: the lie of the land that no answers change. Built once for each model. */
export interface Terrain {
  /** By index of the question. */
  readonly grounds: readonly Ground[];
  /** Indices of the questions that have joint tests, in enabling order. */
  readonly order: readonly number[];
  readonly jointRules: readonly JointRule[];
  /** By index of the rule: the question that it depends on alone, or −1 − its index among the joint rules. */
  readonly homes: Int32Array;
  /** By index of the gate. */
  readonly gates: readonly Barrier[];
  readonly scales: readonly number[];
}

const terrains = new WeakMap<CompiledModel, Terrain>();

/** The terrain of a model. */
export function terrainOf(model: CompiledModel): Terrain {
  const known = terrains.get(model);
  if (known !== undefined) return known;
  const terrain = survey(model);
  terrains.set(model, terrain);
  return terrain;
}

function survey(model: CompiledModel): Terrain {
  const own: CompiledRule[][] = model.questions.map(() => []);
  const joint: CompiledRule[] = [];
  const homes = Int32Array.from(model.rules, (rule) => {
    const [only, ...others] = rule.reads;
    if (only === undefined || others.length > 0 || opensNeededVariant(model, rule)) return -joint.push(rule);
    own[only]?.push(rule);
    return only;
  });
  const tests = jointTests(model, joint);
  const grounds = model.questions.map((_, index) => groundOf(model, index, { own: own[index] ?? [], tests }));
  return {
    grounds,
    order: model.enablingOrder.filter((index) => (grounds[index]?.joint.length ?? 0) > 0),
    jointRules: joint.map((rule) => jointRule(model, rule)),
    homes,
    gates: model.gates.map(({ entry: { alternative, when }, reads }) => {
      return { alternative: model.alternativeIndex.get(alternative) ?? -1, when: model.formula(when), reads };
    }),
    scales: model.criteria.map(({ criterion }) => criterion.scale),
  };
}

function groundOf(
  model: CompiledModel,
  index: number,
  { own, tests }: { readonly own: readonly CompiledRule[]; readonly tests: ReadonlySet<number> },
): Ground {
  const compiled = model.questions[index];
  if (compiled === undefined) throw new RangeError(`the model has no question ${index}`);
  const joint = [...compiled.tests.keys()].filter((at) => tests.has(compiled.tests[at] ?? -1));
  const literals = joint.map((at) => compiled.tests[at] ?? 0).flatMap((test) => [2 * test, 2 * test + 1]);
  const standpoint = { compiled, own, joint, literals };
  const values = distinct(compiled.partition.cells.map((cell) => optionOf(model, standpoint, cell)));
  const { enabledWhen } = compiled.question;
  return {
    ...standpoint,
    ...(enabledWhen && { enabling: { on: model.formula(enabledWhen), off: model.formula(enabledWhen, true) } }),
    enables: model.questions.some(({ enablingTests }) => enablingTests.some((test) => compiled.tests.includes(test))),
    values,
    open: varyingOver(index, standpoint, openOptions(model, standpoint, values)),
  };
}

function jointRule(model: CompiledModel, rule: CompiledRule): JointRule {
  const enablers = rule.reads.flatMap((index) => model.questions[index]?.enablingTests ?? []);
  return {
    when: model.formula(rule.entry.when),
    given: pointsOf(model, [rule]),
    ...(rule.opens !== undefined && opensNeededVariant(model, rule) && { opens: rule.opens.alternative }),
    reads: rule.reads,
    literals: new Set([...model.literals(rule.entry.when), ...enablers.flatMap((test) => [2 * test, 2 * test + 1])]),
  };
}

/** Whether a rule opens a variant of an alternative that is out without one. */
function opensNeededVariant(model: CompiledModel, { opens }: CompiledRule): boolean {
  return opens !== undefined && model.alternatives[opens.alternative]?.needsVariant === true;
}

function jointTests(model: CompiledModel, rules: readonly CompiledRule[]): ReadonlySet<number> {
  return new Set([
    ...[...rules, ...model.gates].flatMap(({ tests }) => tests),
    ...model.questions.flatMap(({ enablingTests }) => enablingTests),
  ]);
}

function openOptions(model: CompiledModel, ground: Standpoint, values: readonly Option[]): readonly Option[] {
  const { tests } = ground.compiled;
  const open = { truths: new Uint8Array(tests.length).fill(POSSIBLE), chance: 0 };
  const notApplicable = { truths: new Uint8Array(tests.length).fill(FALSE), chance: 0 };
  return distinct([optionOf(model, ground, open), ...values, optionOf(model, ground, notApplicable)]);
}

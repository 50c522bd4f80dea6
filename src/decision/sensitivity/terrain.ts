import type { AnswerValue } from '../answers/answer.ts';
import type { CompiledModel, CompiledQuestion, CompiledRule } from '../compile/compiled-model.ts';
import { FALSE, POSSIBLE, setTruth, TRUE, type Truths, unknownTruths } from '../compile/truth.ts';
import { type Points, pointsOf } from './points.ts';

/** One of the ways in which a question can stand while it is enabled. */
export interface Option {
  /** The value answered, or one that comes to the same; absent when it stays open or is not applicable. */
  readonly value?: AnswerValue;
  /** What it makes of the question's joint tests. */
  readonly truths: Truths;
  /** What the rules give that depend on this question alone. */
  readonly points: Points;
  /** Probability that a respondent drawn at random takes it; 0 where that is not a value. */
  readonly chance: number;
}

/** What a model makes of one question, whatever is answered to the others. */
export interface Ground {
  readonly compiled: CompiledQuestion;
  /** Positions, in the question's `tests`, of the joint ones: those that rules on several questions, gates, or enabling conditions read. */
  readonly joint: readonly number[];
  /** Rules that depend on this question alone. */
  readonly own: readonly CompiledRule[];
  /** Every kind of value that makes a difference. */
  readonly values: readonly Option[];
  /** All that can become of the question while it is open: staying so, the values, not applicable. Those that come to the same are one. */
  readonly options: readonly Option[];
}

/** What is needed to work out an option of a question. */
type Standpoint = Pick<Ground, 'compiled' | 'joint' | 'own'>;

/** A model as searches and samples see it: the lie of the land that no answers change. Built once for each model. */
export interface Terrain {
  /** By index of the question. */
  readonly grounds: readonly Ground[];
  /** Rules that depend on more than one question, and those that open the variants which an alternative needs. */
  readonly jointRules: readonly CompiledRule[];
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
  const jointRules: CompiledRule[] = [];
  for (const rule of model.rules) {
    const [only, ...others] = rule.reads;
    const alone = only !== undefined && others.length === 0 && !opensNeededVariant(model, rule);
    ((alone ? own[only] : undefined) ?? jointRules).push(rule);
  }
  const joint = jointTests(model, jointRules);
  const grounds = model.questions.map((compiled, index): Ground => {
    const ground = {
      compiled,
      own: own[index] ?? [],
      joint: [...compiled.tests.keys()].filter((at) => joint.has(compiled.tests[at] ?? -1)),
    };
    const values = distinct(compiled.partition.cells.map((cell) => optionOf(model, ground, cell)));
    return { ...ground, values, options: openOptions(model, ground, values) };
  });
  return { grounds, jointRules, scales: model.criteria.map(({ criterion }) => criterion.scale) };
}

/** Whether a rule opens a variant of an alternative that is out without one. */
export function opensNeededVariant(model: CompiledModel, { opens }: CompiledRule): boolean {
  return opens !== undefined && model.alternatives[opens.alternative]?.needsVariant === true;
}

function jointTests(model: CompiledModel, rules: readonly CompiledRule[]): ReadonlySet<number> {
  return new Set([
    ...[...rules, ...model.gates].flatMap(({ tests }) => tests),
    ...model.questions.flatMap(({ enablingTests }) => enablingTests),
  ]);
}

/** What an option makes of a question, from what it makes of each of its tests. */
export function optionOf(
  model: CompiledModel,
  { compiled, joint, own }: Standpoint,
  made: { readonly truths: Truths; readonly chance: number; readonly value?: AnswerValue },
): Option {
  const truths = unknownTruths(model.tests.length);
  for (const [at, test] of compiled.tests.entries()) setTruth(truths, test, made.truths[at] ?? POSSIBLE);
  const points = pointsOf(
    model,
    own.filter(({ when }) => when(truths) === TRUE),
  );
  return { ...made, truths: Uint8Array.from(joint, (at) => made.truths[at] ?? POSSIBLE), points };
}

function openOptions(model: CompiledModel, ground: Standpoint, values: readonly Option[]): readonly Option[] {
  const { tests } = ground.compiled;
  const open = { truths: new Uint8Array(tests.length).fill(POSSIBLE), chance: 0 };
  const notApplicable = { truths: new Uint8Array(tests.length).fill(FALSE), chance: 0 };
  return distinct([optionOf(model, ground, open), ...values, optionOf(model, ground, notApplicable)]);
}

/** Joins options that make no difference: the first stands for all and has the sum of their chances. */
export function distinct(options: readonly Option[]): readonly Option[] {
  const known = new Map<string, Option>();
  for (const option of options) {
    const key = effectOf(option);
    const same = known.get(key);
    known.set(key, same === undefined ? option : { ...same, chance: same.chance + option.chance });
  }
  return [...known.values()];
}

/** The same text for options that make no difference to each other. */
export function effectOf({ truths, points: { cells, points, fires } }: Option): string {
  return `${truths.join('')} ${cells.join()} ${points.join()} ${fires}`;
}

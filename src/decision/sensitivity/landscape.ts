import { answerTruths } from '../answers/answer-truths.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { type Expression, TRUE, type Truths } from '../compile/truth.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { bound, type Interval, type Span, spanOf } from './interval.ts';
import { addPoints, type Points, pointsOf } from './points.ts';
import { opensNeededVariant, type Terrain, terrainOf } from './terrain.ts';
import type { Varying } from './varying.ts';

/** A question whose joint tests can come out in more than one way. */
export interface Moving {
  /** Its index in the model. */
  readonly question: number;
  readonly enabledWhen?: Expression;
  /** Indices of its joint tests. */
  readonly tests: readonly number[];
  /** Its position among the varying questions, −1 when its own answer is fixed. */
  readonly place: number;
  /** Of the joint tests, over all its options, or of its one answer. */
  readonly span: Span;
}

/** A joint rule that is not settled yet. */
export interface LiveRule {
  readonly when: Expression;
  readonly given: Points;
  /** Index of the alternative to which it opens a variant, where that is out without one. */
  readonly opens?: number;
  /** Indices of the questions that it depends on. */
  readonly reads: readonly number[];
  /** Indices of the tests that it depends on, those of enabling conditions included. */
  readonly tests: ReadonlySet<number>;
}

/** What can take an alternative out: gates that may fire; and where it is closed, that no live rule opens a variant for it. */
export interface Barriers {
  readonly gates: readonly Expression[];
  readonly closed: boolean;
  /** Indices of the questions that the gates depend on. */
  readonly reads: readonly number[];
}

/**
 * What is left of a model once all that is fixed is put in: points that come whatever happens, points that depend on
 * one varying question alone, and the rules that depend on several. Searches and samples move about in it cheaply.
 */
export interface Landscape {
  readonly model: CompiledModel;
  readonly terrain: Terrain;
  readonly shares: readonly number[];
  readonly varying: readonly Varying[];
  /** In enabling order. */
  readonly moving: readonly Moving[];
  /** Truths of the present answers, to start from. */
  readonly truths: Truths;
  /** Points of the rules that fire whatever happens. */
  readonly base: Float64Array;
  /** Whether some rule or gate fires whatever happens. */
  readonly fires: boolean;
  readonly live: readonly LiveRule[];
  /** By index of the alternative. */
  readonly barriers: readonly Barriers[];
}

/** Lays out what may happen when the varying questions take any of their options and all other answers stay. */
export function createLandscape(model: CompiledModel, judgement: Judgement, varying: readonly Varying[]): Landscape {
  const terrain = terrainOf(model);
  const { interval, moving } = motionOf(model, judgement, varying);
  const certain = terrain.jointRules.filter(({ when }) => when(interval.low) === TRUE);
  const open = terrain.jointRules.filter(({ when }) => when(interval.low) !== TRUE && when(interval.high) === TRUE);
  const fixed = fixedOwnRules(terrain, judgement, varying);
  const base = new Float64Array(model.criteria.length * model.alternatives.length);
  addPoints(base, pointsOf(model, [...certain, ...fixed]));
  return {
    model,
    terrain,
    shares: judgement.shares,
    varying,
    moving,
    truths: judgement.standing.truths,
    base,
    fires: certain.length + fixed.length > 0 || model.gates.some(({ when }) => when(interval.low) === TRUE),
    live: open.map((rule) => ({
      when: rule.when,
      given: pointsOf(model, [rule]),
      ...(rule.opens !== undefined && opensNeededVariant(model, rule) && { opens: rule.opens.alternative }),
      reads: rule.reads,
      tests: new Set([...rule.tests, ...rule.reads.flatMap((index) => model.questions[index]?.enablingTests ?? [])]),
    })),
    barriers: barriersOf(model, interval),
  };
}

/** Bounds on all tests when the varying questions take any option, and the questions that can come out in more than one way. */
function motionOf(
  model: CompiledModel,
  { answers, standing }: Judgement,
  varying: readonly Varying[],
): { readonly interval: Interval; readonly moving: readonly Moving[] } {
  const { grounds } = terrainOf(model);
  const places = new Map(varying.map(({ question }, place) => [question, place]));
  const interval = { low: standing.truths.slice(), high: standing.truths.slice() };
  const moving = model.enablingOrder.flatMap((index): readonly Moving[] => {
    const { compiled, joint } = grounds[index] ?? { joint: [] };
    if (compiled === undefined || joint.length === 0) return [];
    const { enabledWhen, readers, retired } = compiled;
    const place = places.get(index) ?? -1;
    const given = answerTruths(readers, retired ? undefined : answers.given[index]);
    const span = varying[place]?.span ?? spanOf([Uint8Array.from(joint, (at) => given[at] ?? 0)], joint.length);
    const tests = joint.map((at) => compiled.tests[at] ?? 0);
    const entry: Moving = { question: index, tests, place, span, ...(enabledWhen && { enabledWhen }) };
    bound(interval, entry, span);
    return tests.some((test) => interval.low[2 * test] !== interval.high[2 * test]) ? [entry] : [];
  });
  return { interval, moving };
}

/** Rules that fire now and depend on one question whose answer is fixed. */
function fixedOwnRules({ grounds }: Terrain, { standing }: Judgement, varying: readonly Varying[]) {
  const free = new Set(varying.map(({ question }) => question));
  return grounds.flatMap(({ own }, index) => (free.has(index) ? [] : own.filter(({ when }) => when(standing.truths) === TRUE)));
}

/** Barriers, without gates that cannot fire; an alternative is not closed where a rule opens a variant for certain. */
function barriersOf(model: CompiledModel, { low, high }: Interval): readonly Barriers[] {
  return model.alternatives.map(({ id, needsVariant }, index) => {
    const opened = model.rules.some(({ opens, when }) => opens?.alternative === index && when(low) === TRUE);
    const gates = model.gates.filter(({ entry, when }) => entry.alternative === id && when(high) === TRUE);
    return {
      gates: gates.map(({ when }) => when),
      closed: needsVariant === true && !opened,
      reads: gates.flatMap(({ reads }) => reads),
    };
  });
}

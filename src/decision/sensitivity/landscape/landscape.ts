import type { Answer } from '../../answers/answer.ts';
import { answerTruths } from '../../answers/answer-truths.ts';
import type { CompiledModel } from '../../compile/compiled-model.ts';
import type { Formula, Literals } from '../../compile/conditions/formula.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { type Bounds, bound, isUndecided, literalsBy, type Settled } from './literals.ts';
import { literalsOf } from './option.ts';
import { type Ground, type JointRule, type Terrain, terrainOf } from './terrain.ts';
import type { Span, Varying } from './varying.ts';

/** A question whose joint tests can come out in more than one way. */
export interface Moving extends Settled {
  /** Its index in the model. */
  readonly question: number;
  /** Its position among the varying questions, −1 when its own answer is fixed. */
  readonly place: number;
  /** Of the joint tests while it is enabled, over all its options, or of its one answer. */
  readonly span: Span;
}

/** What can take an alternative out: gates that may fire; and where it is closed, that no live rule opens a variant for it. */
export interface Barriers {
  readonly gates: readonly Formula[];
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
  /** The questions whose joint tests can come out in more than one way, in enabling order. */
  readonly moving: readonly Moving[];
  /** By the present answers, to start from. */
  readonly literals: Literals;
  /** Points of the rules that fire whatever happens. */
  readonly base: Float64Array;
  /** Whether some rule or gate fires whatever happens. */
  readonly fires: boolean;
  /** The joint rules that are not settled yet. */
  readonly live: readonly JointRule[];
  /** By index of the alternative. */
  readonly barriers: readonly Barriers[];
}

/** Lays out what may happen when the varying questions take any of their options and all other answers stay. */
export function createLandscape(model: CompiledModel, judgement: Judgement, varying: readonly Varying[]): Landscape {
  const terrain = terrainOf(model);
  const places = new Int32Array(model.questions.length).fill(-1);
  for (const [place, { question }] of varying.entries()) places[question] = place;
  const literals = literalsBy(judgement.standing.truths);
  const bounds = { low: literals.slice(), high: literals.slice() };
  const moving = motionOf({ terrain, judgement, varying, places }, bounds);
  const isLive = ({ when }: JointRule) => when(bounds.low) === 0 && when(bounds.high) !== 0;
  const live = terrain.jointRules.filter(isLive);
  const fixed = judgement.fired.filter((rule) => {
    const home = terrain.homes[rule] ?? 0;
    const joint = terrain.jointRules[-1 - home];
    return joint === undefined ? places[home] === -1 : !live.includes(joint);
  });
  return {
    model,
    terrain,
    shares: judgement.shares,
    varying,
    moving,
    literals,
    base: pointTable(model, fixed),
    fires: fixed.length > 0 || terrain.gates.some(({ when }) => when(bounds.low) !== 0),
    live,
    barriers: barriersOf(model, terrain, bounds),
  };
}

/** The questions that move, with bounds on their tests, which are noted; all others stand as they do now. */
function motionOf(
  {
    terrain,
    judgement,
    varying,
    places,
  }: {
    readonly terrain: Terrain;
    readonly judgement: Judgement;
    readonly varying: readonly Varying[];
    readonly places: Int32Array;
  },
  bounds: Bounds,
): readonly Moving[] {
  const moving: Moving[] = [];
  for (const question of terrain.order) {
    const ground = terrain.grounds[question];
    const place = places[question] ?? -1;
    if (ground === undefined || (place < 0 && !mayToggle(ground, bounds))) continue;
    const { literals, enabling } = ground;
    const span =
      varying[place]?.span ?? givenSpan(ground, ground.compiled.retired ? undefined : judgement.answers.given[question]);
    const entry: Moving = { question, place, literals, span, ...(enabling && { enabling }) };
    bound(bounds, entry, span);
    if (isUndecided(bounds, literals)) moving.push(entry);
  }
  return moving;
}

/** What a question's joint tests come to when some places take an option and others, at −1, any of theirs. */
export function spanIn({ varying }: Landscape, { place, span }: Moving, choice: Int32Array): Span {
  const option = varying[place]?.options[choice[place] ?? -1];
  return option === undefined ? span : { certain: option.literals, possible: option.literals };
}

/** Whether bounds leave open whether a question is enabled. */
function mayToggle({ enabling }: Ground, { low, high }: Bounds): boolean {
  return enabling !== undefined && (enabling.on(low) !== enabling.on(high) || enabling.off(low) !== enabling.off(high));
}

/** What the given answer to a question makes of its joint tests while it is enabled. */
function givenSpan({ compiled, joint }: Ground, answer: Answer | undefined): Span {
  const given = literalsOf(compiled, joint, answerTruths(compiled.readers, answer));
  return { certain: given, possible: given };
}

/** Sums of points by criterion · number of alternatives + alternative. */
function pointTable({ criteria, alternatives, rules }: CompiledModel, fired: readonly number[]): Float64Array {
  const width = alternatives.length;
  const table = new Float64Array(criteria.length * width);
  for (const index of fired) {
    const { criterion = 0, points = [] } = rules[index] ?? {};
    for (let at = 0; at < points.length; at += 1) {
      const cell = criterion * width + at;
      table[cell] = (table[cell] ?? 0) + (points[at] ?? 0);
    }
  }
  return table;
}

/** Barriers, without gates that cannot fire; an alternative is not closed where a rule opens a variant for certain. */
function barriersOf(model: CompiledModel, { gates, jointRules }: Terrain, { low, high }: Bounds): readonly Barriers[] {
  return model.alternatives.map(({ needsVariant }, index) => {
    const opened = jointRules.some(({ opens, when }) => opens === index && when(low) !== 0);
    const possible = gates.filter(({ alternative, when }) => alternative === index && when(high) !== 0);
    return {
      gates: possible.map(({ when }) => when),
      closed: needsVariant === true && !opened,
      reads: possible.flatMap(({ reads }) => reads),
    };
  });
}

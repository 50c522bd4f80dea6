import type { Condition, Leaf } from '../../model/condition.ts';
import type { Joint } from './circuit.ts';
import { WORD } from './signals.ts';

/** What conditions are wired with. */
export interface Terminals {
  readonly facts: ReadonlyMap<string, Condition>;
  /** Place of the signal that a leaf is known to hold; that it is known to fail is the next place. */
  readonly literal: (leaf: Leaf) => number;
  /** Index of the first word that joints may take. */
  readonly word: number;
}

/** Conditions as they are wired, one after the other. */
export interface Wiring {
  /** The place of the signal that a condition, or its opposite, is known to hold; equal conditions share one. */
  place(condition: Condition, negated?: boolean): number;
  /** Those that were needed so far. */
  readonly joints: readonly Joint[];
}

/** Begins to wire conditions. Negations are pushed down to the leaves (De Morgan), which have a signal for either sense. */
export function createWiring({ facts, literal, word }: Terminals): Wiring {
  const joints: Joint[] = [];
  const known = { joints: new Map<string, number>(), facts: new Map<string, number>() };
  const joint = (unless: Joint['unless'], places: readonly number[]): number => {
    const parts = [...new Set(places)].sort((one, other) => one - other);
    if (parts.length === 1) return parts[0] ?? 0;
    return remembered(known.joints, `${unless} ${parts.join(' ')}`, () => {
      const own = word + joints.length;
      joints.push({ word: own, unless, parts });
      return own * WORD;
    });
  };
  const place = (condition: Condition, negated = false): number => {
    if ('not' in condition) return place(condition.not, !negated);
    if ('fact' in condition) return fact(condition.fact, negated);
    if ('question' in condition) return literal(condition) + (negated ? 1 : 0);
    const conditions = 'all' in condition ? condition.all : condition.any;
    const parts = conditions.map((part) => place(part, negated));
    return joint('all' in condition === negated ? 0 : 1, parts);
  };
  const fact = (name: string, negated: boolean): number =>
    remembered(known.facts, `${negated ? 'not ' : ''}${name}`, () => place(factNamed(facts, name), negated));
  return { place, joints };
}

function remembered(places: Map<string, number>, key: string, make: () => number): number {
  const place = places.get(key) ?? make();
  places.set(key, place);
  return place;
}

function factNamed(facts: ReadonlyMap<string, Condition>, name: string): Condition {
  const fact = facts.get(name);
  if (fact === undefined) throw new RangeError(`the model has no fact ${name}`);
  return fact;
}

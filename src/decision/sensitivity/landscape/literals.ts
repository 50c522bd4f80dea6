import { EVERYWHERE, type Formula, type Literals } from '../../compile/conditions/formula.ts';
import { TRUE, type Truths } from '../../compile/conditions/truth.ts';
import type { Span } from './varying.ts';

/** When a question is enabled, and when it is not; where it is only possible that it is, neither is true. */
export interface Enabling {
  readonly on: Formula;
  readonly off: Formula;
}

/** Bounds on literals: in each world, those marked in `low` are true for certain, and none is that is not marked in `high`. */
export interface Bounds {
  readonly low: Literals;
  readonly high: Literals;
}

/** The literals that are true by some truths, in every world. */
export function literalsBy(truths: Truths): Literals {
  const literals = new Int32Array(truths.length);
  for (let literal = 0; literal < truths.length; literal += 1) if (truths[literal] === TRUE) literals[literal] = EVERYWHERE;
  return literals;
}

/** Sets the words of some literals. */
export function mark(literals: Literals, some: readonly number[], worlds: number): void {
  for (let at = 0; at < some.length; at += 1) literals[some[at] ?? 0] = worlds;
}

/** Adds a world to the words of some literals. */
export function markWorld(literals: Literals, some: readonly number[], world: number): void {
  for (let at = 0; at < some.length; at += 1) {
    const literal = some[at] ?? 0;
    literals[literal] = (literals[literal] ?? 0) | (1 << world);
  }
}

/** Takes back the literals of a question in the worlds in which it is not enabled; where it is disabled its tests are false. */
export function whereEnabled(
  literals: Literals,
  own: readonly number[],
  { on, off }: { readonly on: number; readonly off: number },
): void {
  for (let at = 0; at < own.length; at += 1) {
    const literal = own[at] ?? 0;
    literals[literal] = ((literals[literal] ?? 0) & on) | (literal % 2 === 1 ? off : 0);
  }
}

/** A question as far as its literals are concerned. */
export interface Settled {
  /** Both literals of each of its joint tests. */
  readonly literals: readonly number[];
  readonly enabling?: Enabling;
}

/** Bounds the literals of a question, given bounds on those of the questions that enable it. */
export function bound({ low, high }: Bounds, { literals, enabling }: Settled, { certain, possible }: Span): void {
  mark(low, literals, 0);
  mark(low, certain, EVERYWHERE);
  mark(high, literals, 0);
  mark(high, possible, EVERYWHERE);
  if (enabling === undefined) return;
  whereEnabled(low, literals, { on: enabling.on(low), off: enabling.off(low) });
  whereEnabled(high, literals, { on: enabling.on(high), off: enabling.off(high) });
}

/** Whether bounds leave any of some literals undecided. */
export function isUndecided({ low, high }: Bounds, some: readonly number[]): boolean {
  for (let at = 0; at < some.length; at += 1) if (low[some[at] ?? 0] !== high[some[at] ?? 0]) return true;
  return false;
}

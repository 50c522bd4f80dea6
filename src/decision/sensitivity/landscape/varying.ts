import type { Option, Standpoint } from './option.ts';
import { type PointSpan, type Points, pointReach, pointSpan, type Shift, shiftBetween } from './points.ts';

/** A question whose answer is not fixed. The first option is to stay as it is. */
export interface Varying {
  /** Its index in the model. */
  readonly question: number;
  readonly options: readonly Option[];
  /** By option: what its points add that come instead of those of the first one. */
  readonly shifts: readonly Shift[];
  /** By option: which literals it makes true and which false that are otherwise with the first one. */
  readonly turns: readonly Turn[];
  /** The different points that options give by themselves, and by option which of them it gives. */
  readonly kinds: readonly Points[];
  readonly kindOf: Int32Array;
  /** By kind: the first option that gives it. */
  readonly firstOf: Int32Array;
  /** Whether the options are all there are. */
  readonly complete: boolean;
  /** Of its joint tests, over all it can come to. */
  readonly span: Span;
  /** Least and greatest points that it gives by itself. */
  readonly reach: PointSpan;
  /** Sums of the options' chances up to and with each. */
  readonly cumulated: readonly number[];
}

/** The literals of a question's joint tests that come to be true by a change, and those that cease to be. */
export interface Turn {
  readonly come: readonly number[];
  readonly gone: readonly number[];
}

/** The literals of a question's joint tests that are true whatever it comes to, and those that are true somewhere. */
export interface Span {
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}

/** A varying question with given options; where they are only a sample, its tests may come out in any way. */
export function varyingOver(
  question: number,
  { compiled, own, literals: all, complete = compiled.partition.complete }: Standpoint & { readonly complete?: boolean },
  options: readonly Option[],
): Varying {
  const possible = complete ? all.filter((literal) => options.some(({ literals }) => literals.includes(literal))) : all;
  const certain = complete ? all.filter((literal) => options.every(({ literals }) => literals.includes(literal))) : [];
  let sum = 0;
  const cumulated = options.map(({ chance }) => {
    sum += chance;
    return sum;
  });
  const kinds = new Map(options.map(({ points }) => [kindName(points), points]));
  const names = [...kinds.keys()];
  const [present] = options;
  const kindOf = Int32Array.from(options, ({ points }) => names.indexOf(kindName(points)));
  return {
    question,
    options,
    shifts: options.map(({ points }) => shiftBetween(present?.points ?? points, points)),
    turns: options.map(({ literals }) => turnBetween(present?.literals ?? literals, literals)),
    kinds: [...kinds.values()],
    kindOf,
    firstOf: Int32Array.from(names, (_, kind) => kindOf.indexOf(kind)),
    complete,
    span: { certain, possible },
    reach: complete ? pointSpan([...kinds.values()]) : pointReach(own),
    cumulated,
  };
}

function turnBetween(before: readonly number[], after: readonly number[]): Turn {
  return { come: after.filter((one) => !before.includes(one)), gone: before.filter((one) => !after.includes(one)) };
}

function kindName({ cells, points }: Points): string {
  return `${cells.join()} ${points.join()}`;
}

import type { Alternative } from '../model/document.ts';

/**
 * The numbers of a model in rows, for the sums of an evaluation. A *cell* is what a criterion has for one alternative;
 * cells are counted criterion after criterion.
 */
export interface Arithmetic {
  /** By index of the criterion. */
  readonly scales: Float64Array;
  /** By index of the rule: the first cell of its criterion. */
  readonly cells: Int32Array;
  /** Points for each alternative, rule after rule. */
  readonly points: Float64Array;
  /** By index of the gate: the alternative that it takes out. */
  readonly barred: Int32Array;
  /** By index of the alternative: 1 where it is out unless a rule opens a variant. */
  readonly closed: Uint8Array;
  /** Rules that open variants, in their order. */
  readonly openers: readonly Opener[];
}

/** A rule that opens a variant, all by index. */
export interface Opener {
  readonly rule: number;
  readonly alternative: number;
  readonly variant: number;
}

/** What arithmetic is made of. */
export interface ArithmeticParts {
  readonly alternatives: readonly Alternative[];
  readonly criteria: readonly { readonly criterion: { readonly scale: number } }[];
  readonly rules: readonly {
    readonly criterion: number;
    readonly points: readonly number[];
    readonly opens?: Omit<Opener, 'rule'>;
  }[];
  readonly gates: readonly { readonly entry: { readonly alternative: string } }[];
}

/** Puts the numbers of a model in rows. */
export function createArithmetic({ alternatives, criteria, rules, gates }: ArithmeticParts): Arithmetic {
  const named = ({ entry }: ArithmeticParts['gates'][number]) => alternatives.findIndex(({ id }) => id === entry.alternative);
  return {
    scales: Float64Array.from(criteria, ({ criterion }) => criterion.scale),
    cells: Int32Array.from(rules, ({ criterion }) => criterion * alternatives.length),
    points: Float64Array.from(rules.flatMap(({ points }) => points)),
    barred: Int32Array.from(gates, named),
    closed: Uint8Array.from(alternatives, ({ needsVariant }) => (needsVariant === true ? 1 : 0)),
    openers: rules.flatMap(({ opens }, rule) => (opens === undefined ? [] : [{ rule, ...opens }])),
  };
}

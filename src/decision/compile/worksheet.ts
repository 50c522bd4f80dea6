import { createSettlement, type Settlement } from '../answers/settle.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { Circuit } from './circuit/circuit.ts';

/**
 * The sheet on which an evaluation does its sums. A model has one, and every evaluation wipes it: numbers that are to
 * outlast the next one are copied. Nothing on it is ever read before it is written, so that it carries nothing over.
 */
export interface Worksheet extends Settlement {
  /** Indices of the rules that fire, as many as `count` says. */
  readonly fired: Int32Array;
  count: number;
  /** Whether no rule and no gate fires. */
  silent: boolean;
  /** Sums of points by cell. */
  readonly raw: Float64Array;
  /** By index of the alternative: its score, and 1 where it is out of the ranking. */
  readonly scores: Float64Array;
  readonly out: Uint8Array;
  /** Points of 100 that one point of each cell is worth, and what each fired rule contributes to each alternative. */
  readonly worth: Float64Array;
  readonly contributions: Float64Array;
}

/** An empty sheet, for a model with so many questions. */
export function createWorksheet(circuit: Circuit, { scales, points, closed }: Arithmetic, questions: number): Worksheet {
  const cells = scales.length * closed.length;
  return {
    ...createSettlement(circuit, questions),
    fired: new Int32Array(circuit.rules.length),
    count: 0,
    silent: true,
    raw: new Float64Array(cells),
    scores: new Float64Array(closed.length),
    out: new Uint8Array(closed.length),
    worth: new Float64Array(cells),
    contributions: new Float64Array(points.length),
  };
}

import type { Answers } from '../answers/answer.ts';
import { settle } from '../answers/settle.ts';
import type { Arithmetic } from '../compile/arithmetic.ts';
import type { Circuit } from '../compile/circuit/circuit.ts';
import { signalAt } from '../compile/circuit/signals.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Worksheet } from '../compile/worksheet.ts';

/**
 * Works out what fires and what it adds up to, on the worksheet of the model.
 *
 * @param shares of the criteria, by index.
 */
export function tally(model: CompiledModel, answers: Answers, shares: readonly number[]): Worksheet {
  const { circuit, arithmetic, worksheet } = model;
  settle(circuit, answers, worksheet);
  fire(circuit, worksheet);
  bar(circuit, arithmetic, worksheet);
  addPoints(arithmetic, worksheet);
  score(arithmetic, shares, worksheet);
  return worksheet;
}

/** Lists the rules that fire. Every rule is written down, and stays if it fires: one jump less to be guessed wrong. */
function fire({ rules }: Circuit, sheet: Worksheet): void {
  const { fired, signals } = sheet;
  let count = 0;
  for (let rule = 0; rule < rules.length; rule += 1) {
    fired[count] = rule;
    count += signalAt(signals, rules[rule] ?? 0);
  }
  sheet.count = count;
}

/** Marks what is out: an alternative without the variant that it needs, and whatever a gate takes out. */
function bar({ rules, gates }: Circuit, { closed, openers, barred }: Arithmetic, sheet: Worksheet): void {
  const { out, signals } = sheet;
  for (let alternative = 0; alternative < out.length; alternative += 1) out[alternative] = closed[alternative] ?? 0;
  for (const { rule, alternative } of openers) if (signalAt(signals, rules[rule] ?? 0) === 1) out[alternative] = 0;
  let silent = sheet.count === 0;
  for (let gate = 0; gate < gates.length; gate += 1) {
    if (signalAt(signals, gates[gate] ?? 0) === 0) continue;
    out[barred[gate] ?? 0] = 1;
    silent = false;
  }
  sheet.silent = silent;
}

/** Sums the points of the fired rules by cell. */
function addPoints({ cells, points }: Arithmetic, { fired, count, raw, scores: { length: width } }: Worksheet): void {
  for (let cell = 0; cell < raw.length; cell += 1) raw[cell] = 0;
  for (let position = 0; position < count; position += 1) {
    const rule = fired[position] ?? 0;
    const cell = cells[rule] ?? 0;
    for (let alternative = 0; alternative < width; alternative += 1) {
      raw[cell + alternative] = (raw[cell + alternative] ?? 0) + (points[rule * width + alternative] ?? 0);
    }
  }
}

/**
 * The score of each alternative, `50 + Σ worth · points`, 0 … 100: a point is worth `50 · share / scale`, or, where the
 * value of its criterion is held at ±1, as much less as makes the points of the cell come to `50 · share`.
 */
function score({ scales }: Arithmetic, shares: readonly number[], { raw, worth, scores }: Worksheet): void {
  const width = scores.length;
  for (let alternative = 0; alternative < width; alternative += 1) scores[alternative] = 50;
  for (let criterion = 0; criterion < scales.length; criterion += 1) {
    const scale = scales[criterion] ?? 1;
    const most = 50 * (shares[criterion] ?? 0);
    const each = most / scale;
    for (let alternative = 0; alternative < width; alternative += 1) {
      const cell = criterion * width + alternative;
      const points = raw[cell] ?? 0;
      const size = Math.abs(points);
      const one = size > scale ? most / size : each;
      worth[cell] = one;
      scores[alternative] = (scores[alternative] ?? 0) + one * points;
    }
  }
  // Rounding may lead a hair's breadth beyond either end.
  for (let alternative = 0; alternative < width; alternative += 1) {
    scores[alternative] = Math.max(0, Math.min(100, scores[alternative] ?? 0));
  }
}

/** The value of a criterion for an alternative, −1 … 1: its points over its scale. */
export function criterionValue(points: number, scale: number): number {
  return Math.max(-1, Math.min(1, points / scale));
}

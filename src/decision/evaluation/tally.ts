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
 * The score of each alternative, `50 + 50 · Σ share · value`, 0 … 100; the value of a criterion is its points over its
 * scale, held within −1 … 1, of which each point keeps as much as that leaves.
 */
function score({ scales }: Arithmetic, shares: readonly number[], { raw, kept, scores }: Worksheet): void {
  const width = scores.length;
  for (let alternative = 0; alternative < width; alternative += 1) scores[alternative] = 0;
  for (let criterion = 0; criterion < scales.length; criterion += 1) {
    const share = shares[criterion] ?? 0;
    const scale = scales[criterion] ?? 1;
    for (let alternative = 0; alternative < width; alternative += 1) {
      const points = raw[criterion * width + alternative] ?? 0;
      kept[criterion * width + alternative] = Math.abs(points) > scale ? scale / Math.abs(points) : 1;
      scores[alternative] = (scores[alternative] ?? 0) + share * criterionValue(points, scale);
    }
  }
  for (let alternative = 0; alternative < width; alternative += 1) scores[alternative] = 50 + 50 * (scores[alternative] ?? 0);
}

/** The value of a criterion for an alternative, −1 … 1: its points over its scale. */
export function criterionValue(points: number, scale: number): number {
  return Math.max(-1, Math.min(1, points / scale));
}

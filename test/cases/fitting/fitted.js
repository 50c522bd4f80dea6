// Fits the weights of the criteria and the strengths of the reforms: maximum a posteriori, by descent along the gradient.

import { REFORMS } from './rows.js';

/**
 * @import { Row, Teller } from './rows.js'
 * @typedef {readonly number[]} Settings logarithms of the weights' factors, one for each criterion; then the strengths of the reforms
 */

/** Points of 100 that make one alternative e times as likely as another; as many as make a result too close. */
const TEMPERATURE = 3;
/** How far settings may be expected to lie from the researched ones: a weight by a factor of 1.4, a strength by a half. */
const SPREAD_OF_WEIGHTS = 0.35;
const SPREAD_OF_STRENGTHS = 0.5;
/** How far behind the leader an alternative counts that is out. */
const OUT = 9;

/** The researched weights, no reform, and the added questions as they are. @param {Teller} teller @returns {Settings} */
export function researched({ criteria }) {
  return [...criteria.map(() => 0), ...REFORMS.map((reform) => (reform === 'added' ? 1 : 0))];
}

/** The researched weights and every reform in full: this version of the model. @param {Teller} teller @returns {Settings} */
export function asItStands({ criteria }) {
  return [...criteria.map(() => 0), ...REFORMS.map(() => 1)];
}

/** @param {Teller} teller @param {Row} row @param {Settings} settings @returns {number[]} scores */
export function scoresOf({ criteria, weights, scale }, { steps, left }, settings) {
  const raw = criteria.map(() => left.map(() => 0));
  for (const { criterion, alternative, base, by, reform } of steps) {
    const line = raw[criterion] ?? [];
    line[alternative] = (line[alternative] ?? 0) + base + by * (settings[criteria.length + reform] ?? 0);
  }
  const scaled = weights.map((weight, index) => weight * Math.exp(settings[index] ?? 0));
  const sum = scaled.reduce((total, weight) => total + weight, 0);
  return left.map((_, side) =>
    raw.reduce((score, line, index) => {
      const value = Math.max(-1, Math.min(1, (line[side] ?? 0) / scale));
      return score + (50 * (scaled[index] ?? 0) * value) / sum;
    }, 50),
  );
}

/** Index of the alternative that leads. @param {Teller} teller @param {Row} row @param {Settings} settings */
export function leaderOf(teller, row, settings) {
  const scores = scoresOf(teller, row, settings).map((score, side) => (row.left[side] ? score : Number.NEGATIVE_INFINITY));
  return scores.findIndex((score) => score > Math.max(...scores) - 1e-9);
}

/** @param {Teller} teller @param {readonly Row[]} rows @param {Settings} settings */
function loss(teller, rows, settings) {
  const fixed = researched(teller);
  const penalty = settings.reduce((sum, setting, index) => {
    const spread = index < teller.criteria.length ? SPREAD_OF_WEIGHTS : SPREAD_OF_STRENGTHS;
    return sum + (setting - (fixed[index] ?? 0)) ** 2 / (2 * spread ** 2);
  }, 0);
  return rows.reduce((sum, row) => sum + row.weight * surprise(row, scoresOf(teller, row, settings)), penalty);
}

/** @param {Row} row @param {readonly number[]} scores */
function surprise({ left, actual }, scores) {
  const best = Math.max(...scores.filter((_, side) => left[side]));
  const heights = scores.map((score, side) => ((left[side] ? score : best - OUT) - best) / TEMPERATURE);
  return Math.log(heights.reduce((sum, height) => sum + Math.exp(height), 0)) - (heights[actual] ?? 0);
}

/**
 * @param {Teller} teller
 * @param {readonly Row[]} rows
 * @param {{ from?: Settings, steps?: number }} [how]
 * @returns {Settings}
 */
export function fitted(teller, rows, { from = researched(teller), steps = 60 } = {}) {
  let settings = [...from];
  let pace = 0.02;
  for (let step = 0; step < steps && pace > 1e-6; step += 1) {
    const here = loss(teller, rows, settings);
    const slope = gradient(teller, rows, { settings, here });
    const next = settings.map((setting, index) => setting - pace * (slope[index] ?? 0));
    const better = loss(teller, rows, next) < here;
    if (better) settings = next;
    pace *= better ? 1.4 : 0.4;
  }
  return settings;
}

/** @param {Teller} teller @param {readonly Row[]} rows @param {{ settings: Settings, here: number }} at */
function gradient(teller, rows, { settings, here }) {
  const width = 1e-4;
  return settings.map((_, index) => {
    const moved = settings.map((setting, at) => (at === index ? setting + width : setting));
    return (loss(teller, rows, moved) - here) / width;
  });
}

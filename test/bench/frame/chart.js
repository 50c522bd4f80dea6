// Charts of figures, as SVG files that stand alone.

import { CHART_STYLE, palette } from '../subject/product.js';
import { targetOf, written } from './figure.js';
import { scaleFor } from './scale.js';

/** @import { Figure } from './figure.js' */

const WIDTH = 800;
const LEFT = 340;
const SPAN = 330;
const ROW = 28;
const TOP = 34;
const BOTTOM = 24;

const STYLE = `
.back { fill: var(--surface); }
.chart .target { stroke: var(--text); stroke-width: 2; }
.chart .missed { fill: var(--hue-0); }
.chart .met { fill: var(--hue-2); }
.chart .plain { fill: var(--hue-1); }`;

/**
 * One line for each figure with its spread, and its target as a tick: bars from zero, or dots on a logarithmic scale.
 *
 * @param {string} title
 * @param {readonly Figure[]} figures
 * @param {boolean} logarithmic
 */
export function chart(title, figures, logarithmic) {
  const height = TOP + figures.length * ROW + BOTTOM;
  const ends = figures.flatMap(({ value, spread, target }) => [value, value + spread / 2, ...(target === null ? [] : [target])]);
  const scale = scaleFor(ends, logarithmic);
  const x = (/** @type {number} */ value) => Number((LEFT + SPAN * scale.share(value)).toFixed(1));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif">`,
    `  <title>${escaped(title)}</title>`,
    `  <style>${palette('svg')}${CHART_STYLE}${STYLE}</style>`,
    `  <rect class="back" width="${WIDTH}" height="${height}"/>`,
    `  <text class="name" x="12" y="20">${escaped(title)}</text>`,
    ...scale.ticks.map((tick) => gridLine(x(tick), written(tick), height)),
    ...figures.map((figure, index) => row(figure, { x, y: TOP + index * ROW, logarithmic })),
    '</svg>\n',
  ].join('\n');
}

/**
 * @param {number} x
 * @param {string} label
 * @param {number} height
 */
function gridLine(x, label, height) {
  return `  <line class="grid" x1="${x}" y1="${TOP}" x2="${x}" y2="${height - BOTTOM}"/>
  <text class="small" x="${x}" y="${height - 8}" text-anchor="middle">${label}</text>`;
}

/**
 * @param {Figure} figure
 * @param {{ readonly x: (value: number) => number, readonly y: number, readonly logarithmic: boolean }} place
 */
function row(figure, { x, y, logarithmic }) {
  const { value, spread, target, unit, met } = figure;
  const kind = met === null ? 'plain' : met ? 'met' : 'missed';
  const [low, here, high] = [x(Math.max(0, value - spread / 2)), x(value), x(value + spread / 2)];
  const mark = logarithmic
    ? `  <circle class="${kind}" cx="${here}" cy="${y + 14}" r="5"/>`
    : `  <rect class="${kind}" x="${LEFT}" y="${y + 5}" width="${(here - LEFT).toFixed(1)}" height="${ROW - 10}"/>`;
  const note = `${written(value)} ${unit}${target === null ? '' : ` (${targetOf(figure)})`}`;
  const tick =
    target === null ? [] : [`  <line class="target" x1="${x(target)}" y1="${y + 2}" x2="${x(target)}" y2="${y + 26}"/>`];
  return [
    `  <text x="${LEFT - 10}" y="${y + 18}" text-anchor="end">${escaped(figure.figure)}</text>`,
    mark,
    `  <line class="whisker" x1="${low}" y1="${y + 14}" x2="${high}" y2="${y + 14}"/>`,
    ...tick,
    `  <text class="small" x="${Math.max(high, x(target ?? 0)) + 8}" y="${y + 18}">${escaped(note)}</text>`,
  ].join('\n');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

// Charts of shares, as SVG files that stand alone.

import { CHART_STYLE, palette } from '../product.js';

/**
 * @typedef {{ label: string, share: number, hue: number, note?: string }} Bar
 */

const WIDTH = 720;
const LEFT = 300;
const ROW = 28;
const TOP = 34;

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Horizontal bars from 0 to 100 %. @param {string} title @param {readonly Bar[]} bars */
export function barChart(title, bars) {
  const height = TOP + bars.length * ROW + 24;
  const span = WIDTH - LEFT - 140;
  const lines = [0, 25, 50, 75, 100].map((percent) => {
    const x = LEFT + (span * percent) / 100;
    return `  <line class="grid" x1="${x}" y1="${TOP}" x2="${x}" y2="${height - 24}"/>\n  <text class="small" x="${x}" y="${height - 8}" text-anchor="middle">${percent} %</text>`;
  });
  const rows = bars.map(({ label, share, hue, note = '' }, index) => {
    const y = TOP + index * ROW;
    const length = (span * share).toFixed(1);
    return [
      `  <text x="${LEFT - 10}" y="${y + 18}" text-anchor="end">${escaped(label)}</text>`,
      `  <rect class="hue-${hue}" x="${LEFT}" y="${y + 5}" width="${length}" height="${ROW - 10}"/>`,
      `  <text class="small" x="${LEFT + Number(length) + 6}" y="${y + 18}">${escaped(`${Math.round(share * 100)} % ${note}`.trim())}</text>`,
    ].join('\n');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif">`,
    `  <title>${escaped(title)}</title>`,
    `  <style>${palette('svg')}${CHART_STYLE}\n  .back { fill: var(--surface); }</style>`,
    `  <rect class="back" width="${WIDTH}" height="${height}"/>`,
    `  <text class="name" x="12" y="20">${escaped(title)}</text>`,
    ...lines,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

import type { Option } from '../account/options.ts';
import { points, span } from '../text/figures.ts';
import { type Markup, markup } from '../text/markup.ts';
import { plainText } from '../text/plain-text.ts';
import { across, bar, PATTERNS } from './patterns.ts';

/** Pixels from one alternative to the next, and the bar within. */
const ROW = 56;
const BAR = { top: 23, height: 12 };
/** Pixels below the last bar for the scale. */
const FOOT = 26;
/** Letters of a title that have room beside the figures on a phone. */
const LONGEST_TITLE = 28;

/** Pixels that a chart of so many alternatives is high. */
export function scoreChartHeight(options: number): number {
  return options * ROW + FOOT;
}

/**
 * What is inside an SVG of any width: a bar from 0 to 100 for each alternative, and under it a whisker from
 * the lowest to the highest score that the open questions still allow. Those out of the ranking are struck through.
 */
export function scoreChart(options: readonly Option[]): Markup {
  const bottom = options.length * ROW;
  return markup`${PATTERNS}${grid(bottom)}${options.map((option, index) => row(option, index * ROW))}${scale(bottom)}`;
}

/** How to read a row. */
export const LEGEND = 'Bar: the score. Line under it: what the open questions still allow.';

/** The chart in words, for those who do not see it. */
export function scoreChartInWords(options: readonly Option[]): string {
  const sentences = options.map(({ title, score, range, excluded, recommended }) => {
    const still = range === undefined ? '' : `, possible ${span(range)}`;
    const place = excluded.length > 0 ? `, out: ${excluded.map(({ text }) => text).join(' ')}` : '';
    return `${title}: ${points(score)}${still}${recommended ? ', recommended' : ''}${place}`;
  });
  return `Scores from 0 to 100, where 50 means that nothing speaks either way. ${sentences.join('; ')}`;
}

function row({ title, hue, score, range, excluded }: Option, top: number): Markup {
  const out = excluded.length > 0;
  const figures = range === undefined || span(range) === points(score) ? points(score) : `${points(score)} (${span(range)})`;
  const shape = bar(hue, { from: 0, to: score, y: top + BAR.top, height: BAR.height });
  return markup`
<text class="${out ? 'out' : 'name'}" x="0" y="${top + 16}">${shortened(title)}</text>
<text x="100%" y="${top + 16}" text-anchor="end">${figures}</text>
${out ? markup`<g class="faded">${shape}</g>` : shape}${range && span(range) !== points(score) ? whisker(range, top + BAR.top + BAR.height + 7) : undefined}`;
}

function whisker([low, high]: readonly [number, number], y: number): Markup {
  const [from, to] = [across(low), across(high)];
  const line = (x1: string, x2: string, reach: number) =>
    markup`<line class="whisker" x1="${x1}" x2="${x2}" y1="${y - reach}" y2="${y + reach}"/>`;
  return markup`${line(from, to, 0)}${line(from, from, 3.5)}${line(to, to, 3.5)}`;
}

function grid(bottom: number): Markup {
  const at = (x: number, name: string) =>
    markup`<line class="${name}" x1="${x}%" x2="${x}%" y1="${BAR.top - 4}" y2="${bottom}"/>`;
  return markup`${[0, 25, 75, 100].map((x) => at(x, 'grid'))}${at(50, 'middle')}`;
}

function scale(bottom: number): Markup {
  const at = (x: number, anchor: string, text: string) =>
    markup`<text class="small" x="${x}%" y="${bottom + 16}" text-anchor="${anchor}">${text}</text>`;
  return markup`
${at(0, 'start', '0')}${at(50, 'middle', '50: nothing speaks either way')}${at(100, 'end', '100')}`;
}

/** A title that fits beside its figures. */
function shortened(title: string): string {
  const letters = [...plainText(title)];
  return letters.length <= LONGEST_TITLE ? letters.join('') : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

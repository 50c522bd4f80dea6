import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit/html.js';
import type { Standing } from '../reckoning/preview.ts';
import type { ResultView } from '../result-view.ts';
import { across, bar } from './bar.ts';

const HEIGHT = 28;
const BAR = { y: 6, height: 16 };

/**
 * The scores as bars from 0 to 100 with a whisker for what the open answers allow. Names and figures are text; the
 * shapes beside them say nothing else.
 *
 * @param remark what is said under a row, such as why an alternative is out.
 */
export function scoreRows(
  view: ResultView,
  standings: readonly Standing[],
  remark?: (standing: Standing) => string | undefined,
): TemplateResult {
  return html`<ul class="scores">${standings.map((standing) => row(view, standing, remark?.(standing)))}</ul>`;
}

function row({ say, figures }: ResultView, standing: Standing, remark: string | undefined): TemplateResult {
  const { title, score, range, excludedBy, leads } = standing;
  const isOut = excludedBy.length > 0;
  const span = range && figures.span(range);
  const isOpen = span !== undefined && span !== figures.points(score);
  return html`<li class=${isOut ? 'ruled-out' : leads ? 'leads' : ''}>
    <span class="name">${isOut ? html`<s>${title}</s>` : title}${leads ? html` <span class="unseen">(${say('leading')})</span>` : nothing}</span>
    <span class="figure">${figures.points(score)}</span>
    <span class="range small muted">${isOpen ? html`<span class="unseen">${say('possible', { range: '' })}</span>${span}` : nothing}</span>
    <svg class="chart" aria-hidden="true" width="100%" height=${HEIGHT}>${shapes(standing, isOpen)}</svg>
    ${remark && html`<p class="remark small">${remark}</p>`}
  </li>`;
}

function shapes({ hue, score, range }: Standing, isOpen: boolean): SVGTemplateResult {
  return svg`${[0, 50, 100].map((x) => svg`<line class=${x === 50 ? 'middle' : 'grid'} x1="${x}%" x2="${x}%" y1="0" y2=${HEIGHT}></line>`)}
    ${bar(hue, { from: 0, to: score, ...BAR })}${range && isOpen ? ['halo', 'whisker'].map((name) => whisker(name, range)) : nothing}`;
}

/** A line from the lowest to the highest score, with a cap at either end. */
function whisker(name: string, [low, high]: readonly [number, number]): SVGTemplateResult {
  const [from, to, middle] = [across(low), across(high), BAR.y + BAR.height / 2];
  const line = (x1: string, x2: string, reach: number) =>
    svg`<line class=${name} x1=${x1} x2=${x2} y1=${middle - reach} y2=${middle + reach}></line>`;
  return svg`${line(from, to, 0)}${line(from, from, 5)}${line(to, to, 5)}`;
}

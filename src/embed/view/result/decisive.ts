import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { bar, swatch } from './chart/bar.ts';
import { leadTable } from './lead-table.ts';
import { type Lead, leadsOf, type Pair, type PairedReason, reasonsOf, tells } from './reckoning/leads.ts';
import type { ResultView } from './result-view.ts';
import { ruleBehind } from './rule-behind.ts';

/** Reasons each way that are told at once; the others are behind the bars. */
const STRONGEST = 3;
const HEIGHT = 20;

/** What every criterion did to the difference of the first two, with the rules behind it. */
export function decisive(view: ResultView): TemplateResult | typeof nothing {
  const { say, pair, evaluation } = view;
  if (pair === undefined) return nothing;
  const leads = leadsOf(evaluation, pair);
  const telling = leads.filter(({ points }) => tells(points));
  const level = leads.filter(({ points }) => !tells(points)).map(({ criterion }) => criterion.title);
  const widest = Math.abs(telling[0]?.points ?? 1);
  return html`<section>
    <h3>${say('decisive')}</h3>
    ${strongest(view, pair)}
    <p class="small muted screen">${say('decisiveKey')}</p>
    ${heads(view, pair)}
    ${telling.map((lead) => apart(view, lead, row(view, pair, { lead, widest })))}
    ${level.length === 0 ? nothing : html`<p class="small muted">${say('level', { criteria: level.join(', ') })}</p>`}
    ${leadTable(view, pair, leads)}
  </section>`;
}

/** A place of its own for each criterion on every rank, so that none is found open in the stead of another. */
function apart({ questionnaire }: ResultView, { criterion }: Lead, shown: TemplateResult): readonly unknown[] {
  return questionnaire.criteria.map(({ id }) => (id === criterion.id ? shown : nothing));
}

function heads({ standing, called }: ResultView, { winner, runnerUp }: Pair): TemplateResult {
  const head = (id: string) => html`<span>${swatch(standing(id)?.hue ?? 0)} ${called(id)}</span>`;
  return html`<p class="heads" aria-hidden="true"><span class="small">${head(runnerUp)}${head(winner)}</span></p>`;
}

function row(view: ResultView, pair: Pair, { lead, widest }: { readonly lead: Lead; readonly widest: number }): TemplateResult {
  const { figures, standing, called } = view;
  const { criterion, points, reasons } = lead;
  const ahead = points < 0 ? pair.runnerUp : pair.winner;
  const shape = bar(standing(ahead)?.hue ?? 0, { from: 50, to: 50 + (48 * points) / widest, y: 4, height: 12 });
  return html`<details class="lead">
    <summary>
      <span class="name">${criterion.title}</span>
      <span class="figure">${figures.signed(points)}<span class="unseen"> (${called(ahead)})</span></span>
      <svg class="chart" aria-hidden="true" width="100%" height=${HEIGHT}>
        ${svg`<line class="middle" x1="50%" x2="50%" y1="0" y2=${HEIGHT}></line>${shape}`}
      </svg>
    </summary>
    <ul class="rules">${reasons.map((reason) => ruleBehind(view, reason))}</ul>
  </details>`;
}

/** The strongest reasons each way, in words. */
function strongest({ say, called, evaluation }: ResultView, pair: Pair): TemplateResult {
  const reasons = reasonsOf(evaluation, pair);
  const [ahead, behind] = [reasons.filter(({ points }) => points > 0), reasons.filter(({ points }) => points < 0)];
  const side = (id: string, some: readonly PairedReason[]) =>
    some.length === 0
      ? nothing
      : html`<div><h4>${say('speaksFor', { alternative: called(id) })}</h4>
          <ul class="points">${some.slice(0, STRONGEST).map(({ reason }) => html`<li>${reason.because}</li>`)}</ul></div>`;
  return html`<div class="halves">
    ${side(pair.winner, ahead)}${side(pair.runnerUp, behind)}
  </div>`;
}

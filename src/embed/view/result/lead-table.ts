import { html, type TemplateResult } from 'lit/html.js';
import type { Lead, Pair } from './reckoning/leads.ts';
import type { ResultView } from './result-view.ts';

/** The same as the bars, as a table. */
export function leadTable(
  { say, called, figures }: ResultView,
  { winner, runnerUp }: Pair,
  leads: readonly Lead[],
): TemplateResult {
  const total = leads.reduce((sum, { points }) => sum + points, 0);
  return html`<details class="screen">
    <summary>${say('asTable')}</summary>
    <table>
      <caption>${say('aheadBy', { winner: called(winner), runnerUp: called(runnerUp) })}</caption>
      <thead>
        <tr><th scope="col">${say('criterion')}</th><th scope="col">${say('shareOfWeights')}</th><th scope="col">${say('difference')}</th></tr>
      </thead>
      <tbody>${leads.map(({ criterion, points }) => {
        return html`<tr><th scope="row">${criterion.title}</th><td>${figures.share(criterion.share)}</td><td>${figures.signed(points)}</td></tr>`;
      })}</tbody>
      <tfoot>
        <tr><th scope="row">${say('sum')}</th><td>${figures.share(1)}</td><td>${figures.signed(total)}</td></tr>
      </tfoot>
    </table>
  </details>`;
}

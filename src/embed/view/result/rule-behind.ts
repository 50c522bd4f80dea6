import { html, type TemplateResult } from 'lit/html.js';
import type { Citation } from '../../../decision/model/document.ts';
import type { PairedReason } from './reckoning/leads.ts';
import type { ResultView } from './result-view.ts';

/** A rule that fired: what it says, what it counts, how well it is supported and by whom. */
export function ruleBehind({ say, figures }: ResultView, { reason, points }: PairedReason): TemplateResult {
  const { because, grade, sources } = reason;
  const evidence = grade && say('evidence', { grade, meaning: say(`grade${grade}`) });
  return html`<li>
    <p><span class="figure">${figures.signed(points)}</span> ${because}</p>
    <ul class="small muted">
      ${evidence && html`<li>${evidence}</li>`}
      ${sources.map((source) => html`<li>${cited(source)}</li>`)}
    </ul>
  </li>`;
}

/** A source, leading to its address where that is one of the web. */
export function cited({ title, url = '' }: Citation): TemplateResult {
  return /^https?:\/\//i.test(url) ? html`<a href=${url} target="_blank" rel="noreferrer">${title}</a>` : html`${title}`;
}

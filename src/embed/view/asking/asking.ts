import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Page } from '../../session/session-state.ts';
import { progress } from '../progress.ts';
import { standing } from '../standing.ts';
import type { View } from '../view.ts';
import { question } from './question.ts';
import { turning } from './turning.ts';

/** One page of questions that belong together. */
export function asking(view: View): TemplateResult {
  const page = view.state.pages[view.state.page];
  if (page === undefined) return html``;
  return html`<div class="asking ${view.live ? 'live' : ''}" part="asking">
    <header>${progress(view)} ${heading(view, page)}</header>
    ${standing(view)}
    <div>
      ${questions(view, page)}
      ${turning(view)}
    </div>
  </div>`;
}

/** Each question has its own place among all there are, so that none takes over the fields of another. */
function questions(view: View, page: Page): readonly unknown[] {
  const shown = new Set(page.questions.map(({ id }) => id));
  return (view.state.questionnaire?.questions ?? []).map((asked) => (shown.has(asked.id) ? question(view, asked) : nothing));
}

function heading({ say, state }: View, { section, place, of }: Page): TemplateResult {
  const where = of > 1 ? html`<span class="muted place">· ${say('place', { place, of })}</span>` : nothing;
  return html`<h2 tabindex="-1" data-focus>${section?.title ?? state.questionnaire?.title} ${where}</h2>
    ${section?.intro && html`<p class="muted">${section.intro}</p>`}`;
}

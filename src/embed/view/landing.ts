import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Depth, Questionnaire } from '../../decision/answers/questionnaire.ts';
import { action } from './action.ts';
import { hueClass } from './result/chart/bar.ts';
import type { View } from './view.ts';

/** Seconds that an answer takes, on average. */
const SECONDS_A_QUESTION = 15;

/** What this is, what becomes of the answers, and where to begin. */
export function landing(view: View): TemplateResult {
  const { say, lang, state } = view;
  const { questionnaire } = state;
  if (questionnaire === undefined) return html``;
  const alternatives = new Intl.ListFormat(lang, { type: 'conjunction' }).format(
    questionnaire.alternatives.map(({ title }) => title),
  );
  const given = Object.keys(state.answers).length;
  return html`<section class="column stack" part="landing">
    <h2 tabindex="-1" data-focus>${questionnaire.title}</h2>
    <p>${say('landingAbout', { alternatives })}</p>
    <p>${storage(view)} ${say('landingFreedom')}</p>
    ${given > 0 ? html`<p>${say('landingAnswered', { count: given })}</p>` : nothing}
    ${beginnings(view, questionnaire)} ${explained(view, questionnaire)}
  </section>`;
}

function storage({ say, state: { saving, assessment } }: View): string {
  if (saving === 'off') return say('landingUnkept');
  return assessment === undefined ? say('landingKept') : say('landingKeptFor', { subject: assessment.subject.name });
}

/** A button for each depth that differs, the one that the page asks for first. */
function beginnings({ say, session, state }: View, { questions }: Questionnaire): TemplateResult {
  const counts = { core: questions.filter(({ core }) => core).length, full: questions.length };
  const isSame = counts.core === 0 || counts.core === counts.full;
  const first = isSame ? 'full' : state.depth;
  const label = (depth: Depth) => say(depth === 'core' ? 'startQuick' : 'startAll', { count: counts[depth] });
  const other = first === 'core' ? 'full' : 'core';
  const minutes = Math.ceil((counts[first] * SECONDS_A_QUESTION) / 60);
  return html`<div class="actions">
      ${action(label(first), () => session.begin(first), 'primary')}
      ${isSame ? nothing : action(label(other), () => session.begin(other), 'link')}
    </div>
    <p class="small muted">
      ${say('effort', { count: minutes })} ${first === 'core' ? say('effortDeeper') : nothing}
    </p>`;
}

function explained({ say }: View, { alternatives }: Questionnaire): TemplateResult | typeof nothing {
  if (alternatives.every(({ description }) => description === undefined)) return nothing;
  return html`<details open>
    <summary>${say('landingAlternatives')}</summary>
    <dl class="stack">
      ${alternatives.map(
        ({ title, description }, hue) =>
          html`<div class="meaning ${hueClass(hue)}"><dt>${title}</dt><dd class="muted">${description}</dd></div>`,
      )}
    </dl>
  </details>`;
}

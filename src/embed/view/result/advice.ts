import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ContradictionResult, Evaluation, PrerequisiteResult } from '../../../decision/evaluation/evaluation.ts';
import type { Citation } from '../../../decision/model/document.ts';
import { questionLink } from './question-link.ts';
import type { ResultView } from './result-view.ts';
import { cited } from './rule-behind.ts';

/** What to prepare, how to go on, what to watch and what to talk about, with the sources of it all. */
export function advice(view: ResultView): TemplateResult {
  const { say, evaluation } = view;
  const { prerequisites, plan = [], risks = [], contradictions = [] } = evaluation;
  const sources = sourcesOf(evaluation);
  const advised = (title: string, text: string | undefined, some: readonly Citation[]) =>
    html`<li><strong>${title}</strong><p>${text}${numbers(some, sources)}</p></li>`;
  const isReady = evaluation.outcome.recommended !== undefined && prerequisites?.length === 0;
  const prepare = (prerequisites ?? []).map((one) => toPrepare(view, one, sources));
  const steps = plan.map((one) => advised(one.title, one.text, one.sources));
  const dangers = risks.map((one) => advised(one.risk, one.mitigation, one.sources));
  const talks = contradictions.map((one) => toTalkAbout(view, one));
  return html`<div class="advice">
    ${isReady ? list(say('prepare'), [html`<li>${say('ready')}</li>`]) : list(say('prepare'), prepare, 'checklist')}
    ${list(say('plan'), steps, 'steps')}${list(say('risks'), dangers)}${list(say('contradictions'), talks)}
    ${bibliography(say('sources'), sources)}
  </div>`;
}

function list(title: string, items: readonly TemplateResult[], kind = ''): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  const entries = kind === 'steps' ? html`<ol class=${kind}>${items}</ol>` : html`<ul class=${kind}>${items}</ul>`;
  return html`<section><h3>${title}</h3>${entries}</section>`;
}

function toPrepare({ say }: ResultView, one: PrerequisiteResult, sources: readonly Citation[]): TemplateResult {
  const { title, text, because, blocking } = one;
  const urgency = blocking ? html` <span class="urgent small">${say('blocking')}</span>` : nothing;
  return html`<li><strong>${title}</strong>${urgency}<p>${text} <span class="muted">${because}</span>${numbers(one.sources, sources)}</p></li>`;
}

function toTalkAbout(view: ResultView, { note, questions }: ContradictionResult): TemplateResult {
  return html`<li>
    <p>${note}</p>
    <ul class="asked">${questions.map((id) => html`<li>${questionLink(view, id)}</li>`)}</ul>
  </li>`;
}

/** Every source once, in the order in which it is needed. */
function sourcesOf({ prerequisites = [], plan = [], risks = [] }: Evaluation): readonly Citation[] {
  const all = [...prerequisites, ...plan, ...risks].flatMap(({ sources }) => sources);
  return [...new Map(all.map((source) => [`${source.title} ${source.url}`, source])).values()];
}

function numbers(some: readonly Citation[], sources: readonly Citation[]): TemplateResult | typeof nothing {
  if (some.length === 0) return nothing;
  const places = some.map(({ title, url }) => 1 + sources.findIndex((one) => one.title === title && one.url === url));
  return html` <sup class="muted">${places.join(', ')}</sup>`;
}

function bibliography(title: string, sources: readonly Citation[]): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  return html`<details class="screen">
    <summary>${title} (${sources.length})</summary>
    <ol class="sources small">${sources.map((source) => html`<li>${cited(source)}</li>`)}</ol>
  </details>`;
}

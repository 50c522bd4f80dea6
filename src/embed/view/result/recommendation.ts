import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ResultView } from './result-view.ts';

/** Hexadecimal digits of the content hash that are enough to compare at a glance. */
const DIGITS = 8;

/** The recommendation in a sentence, how firm it is, and what it was judged on. */
export function recommendation(view: ResultView): TemplateResult {
  const { say, state, evaluation } = view;
  const { outcome } = evaluation;
  const subject = state.assessment?.subject.name;
  return html`<header class="verdict">
    <p class="small muted">${subject === undefined ? say('recommendation') : say('recommendationFor', { subject })}</p>
    <h2 tabindex="-1" data-focus>${outcome.headline}</h2>
    ${firmness(view)}${description(view)}${basis(view)}
  </header>`;
}

/** The meaning stands beside the word, where finger, keyboard and paper find it too. */
function firmness({ say, isSilent, evaluation: { outcome } }: ResultView): TemplateResult {
  const { verdict = 'none' } = outcome;
  return html`<p class="firmness">
    <strong>${say(`verdict-${verdict}`)}</strong> ${say(isSilent ? 'meaningSilent' : `meaning-${verdict}`)}
  </p>`;
}

/** What the recommended alternative is, and what becomes a part of it. */
function description({ say, called, questionnaire, evaluation: { outcome } }: ResultView): TemplateResult {
  const { recommended, parts = [] } = outcome;
  const about = questionnaire.alternatives.find(({ id }) => id === recommended)?.description;
  return html`${about && html`<p>${about}</p>`}
  ${parts.length === 0 ? nothing : html`<p>${say('partOfIt', { alternatives: parts.map(called).join(', ') })}</p>`}`;
}

function basis({ say, figures, state, evaluation: { outcome, method } }: ResultView): TemplateResult {
  const count = Object.values(state.answers).filter((answer) => answer !== null).length;
  const own = Object.keys(state.weights).length;
  const hash = method.contentHash.replace(/^\w+:/, '').slice(0, DIGITS);
  return html`<p class="basis small muted">
    <span>${say('judgedOn', { count })}</span>
    ${own === 0 ? nothing : html`<span>${say('ownWeights', { count: own })}</span>`}
    <span>${say('coverage', { share: figures.roughly(outcome.coverage) })}</span>
    <span>${say('modelVersion', { model: method.model, version: method.version })}</span>
    <span title=${method.contentHash}>${say('contentHash', { hash })}</span>
  </p>`;
}

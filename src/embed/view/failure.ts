import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Failure } from '../session/session-state.ts';
import type { PhraseKey } from '../words/say.ts';
import type { View } from './view.ts';

/** What happened, and what one can do about it. */
const PHRASES: Readonly<Record<Failure['kind'], readonly [title: PhraseKey, help: PhraseKey]>> = {
  offline: ['offline', 'offlineHelp'],
  'not-found': ['notFound', 'notFoundHelp'],
  expired: ['expired', 'expiredHelp'],
  forbidden: ['forbidden', 'forbiddenHelp'],
  invalid: ['invalid', 'invalidHelp'],
  busy: ['busy', 'busyHelp'],
  server: ['server', 'serverHelp'],
};

/** Nothing can be shown: why, what to do, and a way to try again. */
export function failed(view: View): TemplateResult {
  const { say, session, state } = view;
  const failure = state.failure ?? { kind: 'server' };
  return html`<section class="column stack" part="error">
    <h2 tabindex="-1" data-focus>${say(PHRASES[failure.kind][0])}</h2>
    ${explanation(view, failure)}
    <button class="primary" part="button" @click=${() => session.load()}>${say('retry')}</button>
  </section>`;
}

/** A request failed while the conversation goes on. Waiting for the network is told by the status instead. */
export function failureNotice(view: View): TemplateResult | typeof nothing {
  const { failure, stage, saving } = view.state;
  const isToldElsewhere = stage === 'failed' || saving === 'waiting';
  if (failure === undefined || isToldElsewhere) return nothing;
  return html`<div class="notice wrong" role="alert" part="error">
    <strong>${view.say(PHRASES[failure.kind][0])}</strong>
    ${explanation(view, failure)}
  </div>`;
}

function explanation({ say, state }: View, { kind, detail, requestId }: Failure): TemplateResult {
  return html`${detail === undefined ? nothing : html`<p>${detail}</p>`}
    <p>${say(PHRASES[kind][1])} ${Object.keys(state.answers).length > 0 ? say('keptHere') : nothing}</p>
    ${requestId === undefined ? nothing : html`<p class="small muted">${say('request', { id: requestId })}</p>`}`;
}

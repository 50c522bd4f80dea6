import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Failure } from '../session/session-state.ts';
import { action } from './action.ts';
import type { View } from './view.ts';

/** Nothing can be shown: why, what to do, and a way to try again. */
export function failed(view: View): TemplateResult {
  const { say, session, state } = view;
  const failure = state.failure ?? { kind: 'server' };
  return html`<section class="column stack" part="error">
    <h2 tabindex="-1" data-focus>${say(failure.kind)}</h2>
    ${explanation(view, failure)}
    ${action(say('retry'), () => session.load(), 'primary')}
  </section>`;
}

/** A request failed while the conversation goes on. Waiting to store is told by the status, unless one asked for more. */
export function failureNotice(view: View): TemplateResult | typeof nothing {
  const { failure, stage, saving } = view.state;
  if (failure === undefined || stage === 'failed' || (saving === 'waiting' && !failure.hinders)) return nothing;
  return html`<div class="notice wrong" role="alert" part="error">
    <strong>${view.say(failure.kind)}</strong>
    ${explanation(view, failure)}
  </div>`;
}

function explanation({ say, state }: View, { kind, detail, requestId }: Failure): TemplateResult {
  return html`${detail && html`<p>${detail}</p>`}
    <p>${say(`${kind}-help`)} ${Object.keys(state.answers).length > 0 ? say('keptHere') : nothing}</p>
    ${requestId && html`<p class="small muted">${say('request', { id: requestId })}</p>`}`;
}

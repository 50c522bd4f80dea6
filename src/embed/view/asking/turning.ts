import { html, nothing, type TemplateResult } from 'lit/html.js';
import { action } from '../action.ts';
import type { View } from '../view.ts';

/** Back and on, always in the same place; nothing that is unanswered holds one back. */
export function turning({ say, session, state }: View): TemplateResult {
  const isLast = state.page === state.pages.length - 1;
  return html`<div class="actions">
    <button part="button" ?disabled=${state.page === 0} @click=${() => session.back()}>${say('back')}</button>
    ${action(say(isLast ? 'finish' : 'next'), () => session.next(), 'primary')}
    ${isLast ? nothing : action(say('seeNow'), () => session.showResult(), 'link')}
  </div>`;
}

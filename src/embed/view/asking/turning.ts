import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

/** Back and on, always in the same place; nothing that is unanswered holds one back. */
export function turning({ say, session, state }: View): TemplateResult {
  const isLast = state.page === state.pages.length - 1;
  return html`<div class="actions turning">
    <button part="button" ?disabled=${state.page === 0} @click=${() => session.back()}>${say('back')}</button>
    <button class="primary" part="button" @click=${() => session.next()}>${say(isLast ? 'finish' : 'next')}</button>
    ${isLast ? nothing : html`<button class="link" part="button" @click=${() => session.showResult()}>${say('seeNow')}</button>`}
  </div>`;
}

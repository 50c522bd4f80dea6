import { html, type TemplateResult } from 'lit/html.js';
import type { View } from './view.ts';

/** A quiet place for what is on its way; it shows only when that takes a while. */
export function loading({ say }: View): TemplateResult {
  return html`<div class="column stack pending" aria-busy="true" part="loading">
    <p class="muted">${say('loading')}</p>
    <div class="blank heading"></div>
    <div class="blank"></div>
    <div class="blank"></div>
    <div class="blank"></div>
  </div>`;
}

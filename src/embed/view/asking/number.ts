import { html, type TemplateResult } from 'lit/html.js';
import type { Asked } from './row.ts';

/** A whole number within bounds; what is out of them stays in the field, with what to do about it. */
export function number({ question, answer, say }: Asked): TemplateResult {
  const { id, min = 0, max = 0 } = question;
  return html`<div class="number">
    <label class="small muted" for="number-${id}">${say('wholeNumber', { min, max })}</label>
    <input
      type="number"
      inputmode="numeric"
      id="number-${id}"
      min=${min}
      max=${max}
      aria-describedby="fault-${id}"
      .value=${typeof answer === 'number' ? String(answer) : ''}
    />
    <p class="fault" id="fault-${id}" role="alert">${say('numberFault', { min, max })}</p>
  </div>`;
}

import { html, type TemplateResult } from 'lit/html.js';
import { type Asked, row } from './row.ts';

/** Points in a line from one end to the other; a column of rows where there is no room for that. */
export function scale(asked: Asked): TemplateResult {
  const { question, answer } = asked;
  const { min = 0, max = 0, minText, maxText } = question;
  const points = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return html`<div class="rows scale">
      ${points.map((value) => row(asked, { says: String(value), text: label(asked, value), picked: answer === value }))}
    </div>
    <p class="ends small muted" aria-hidden="true"><span>${minText}</span> <span>${maxText}</span></p>`;
}

/** What an end of the scale means belongs to its name, also where it is written underneath. */
function label({ question: { min, max, minText, maxText }, say }: Asked, value: number): TemplateResult {
  const text = value === min ? minText : value === max ? maxText : undefined;
  return html`${say('figure', { value })}<span class="end">${text === undefined ? '' : `: ${text}`}</span>`;
}

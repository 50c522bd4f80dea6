import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from './view.ts';

/** What happens on its own, in one polite live region: what is stored, what others said, which questions came up. */
export function status({ say, state }: View): TemplateResult {
  const { stage, answers, saving, arrived, appeared, clashes } = state;
  return html`<p class="status small muted" role="status" part="status">
    ${stage === 'asking' && appeared > 0 ? say('appeared', { count: appeared }) : nothing}
    ${arrived > 0 ? say('arrived', { count: arrived }) : nothing}
    ${clashes.length > 0 ? say('conflictStatus', { count: clashes.length }) : nothing} ${Object.keys(answers).length > 0 ? storage(say, saving) : nothing}
  </p>`;
}

/** That something is on its way is seen and not spoken, as it is over before it could be. */
function storage(say: View['say'], saving: View['state']['saving']): TemplateResult | string | typeof nothing {
  if (saving === 'saving') return html`<span aria-hidden="true">${say('saving')}</span>`;
  return saving === 'saved' || saving === 'waiting' ? say(saving) : nothing;
}

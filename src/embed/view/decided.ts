import { html, type TemplateResult } from 'lit/html.js';
import { action } from './action.ts';
import type { View } from './view.ts';

/** The open questions can no longer change the result: see it, or go on for what follows from it. */
export function decided({ say, session, state: { evaluation, questionnaire } }: View): TemplateResult {
  const { recommended, idle = 0 } = evaluation?.outcome ?? {};
  const alternative = questionnaire?.alternatives.find(({ id }) => id === recommended)?.title;
  return html`<section class="column stack decided" part="decided">
    <h2 tabindex="-1" data-focus>
      ${alternative === undefined ? say('decidedNone') : say('decided', { alternative })} ${say('decidedLeft', { count: idle })}
    </h2>
    <p>${say('decidedMore')}</p>
    <div class="actions equal">
      ${action(say('decidedSee'), () => session.showResult())} ${action(say('decidedGoOn'), () => session.goOn())}
    </div>
  </section>`;
}

import { html, type TemplateResult } from 'lit/html.js';
import type { AskedQuestion } from '../../../decision/answers/questionnaire.ts';
import type { WireAnswer } from '../../session/session-state.ts';
import type { Say } from '../../words/say.ts';

/** A question with what was said to it. */
export interface Asked {
  readonly question: AskedQuestion;
  readonly answer: WireAnswer | undefined;
  readonly say: Say;
}

/** One line that can be picked, over its whole width. */
export interface Row {
  /** What picking it says, as JSON; empty for *does not apply*, whose reason follows. */
  readonly says: string;
  readonly text: string | TemplateResult;
  readonly hint?: string | undefined;
  readonly picked: boolean;
}

/** A row with its native radio button, or tick box where several may be picked. */
export function row({ question: { id, type } }: Asked, { says, text, hint, picked }: Row): TemplateResult {
  return html`<label class="row" part="choice">
    <input type=${type === 'multiple' ? 'checkbox' : 'radio'} name=${id} value=${says} .checked=${picked} />
    <span>${text}${hint && html`<span class="hint">${hint}</span>`}</span>
  </label>`;
}

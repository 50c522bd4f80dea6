import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AskedQuestion } from '../../../decision/answers/questionnaire.ts';
import type { WireAnswer } from '../../session/session-state.ts';
import { answerInWords } from '../answer-words.ts';
import type { View } from '../view.ts';
import { choices } from './choices.ts';
import { number } from './number.ts';
import { otherRows } from './other-rows.ts';
import { isReadable, reading } from './reading.ts';
import type { Asked } from './row.ts';
import { scale } from './scale.ts';

/** A question of any type, with what helps to answer it. What is picked is said at once. */
export function question(view: View, asked: AskedQuestion): TemplateResult {
  const { say, session, state } = view;
  const answer = state.answers[asked.id];
  const one: Asked = { question: asked, answer, say };
  return html`<fieldset
    class="question"
    part="question"
    data-question=${asked.id}
    ?disabled=${state.readonly}
    aria-describedby="help-${asked.id}"
    @change=${(event: Event) => {
      const { target, currentTarget } = event;
      if (!(target instanceof HTMLInputElement && currentTarget instanceof HTMLFieldSetElement)) return;
      if (isReadable(target)) session.answer(asked.id, reading(asked, [...currentTarget.querySelectorAll('input')], target));
    }}
  >
    <legend>${asked.text}</legend>
    <div id="help-${asked.id}">${help(asked, one)}</div>
    ${answers(one)} ${otherRows(one)}
    <div class="below">${why(one)} ${state.readonly ? nothing : takeBack(view, one)}</div>
  </fieldset>`;
}

function help({ help, type }: AskedQuestion, { question, answer, say }: Asked): TemplateResult {
  const text = help ?? (type === 'multiple' && say('severalAllowed'));
  return html`${text ? html`<p class="help">${text}</p>` : nothing}
  ${isOpenSet(answer) ? html`<p class="help">${say('answerOneOf', { values: answerInWords(question, answer, say) })}</p>` : nothing}`;
}

function isOpenSet(answer: WireAnswer | undefined): answer is Extract<WireAnswer, { readonly anyOf: unknown }> {
  return typeof answer === 'object' && answer !== null && 'anyOf' in answer;
}

function answers(one: Asked): TemplateResult {
  switch (one.question.type) {
    case 'single':
    case 'multiple':
    case 'boolean':
      return choices(one);
    case 'scale':
      return scale(one);
    case 'integer':
      return number(one);
  }
}

function why({ question, say }: Asked): TemplateResult | string | undefined {
  return question.why && html`<details part="why"><summary>${say('why')}</summary><p>${question.why}</p></details>`;
}

/** The focus goes to the first row, as the button vanishes. */
function takeBack({ say, session }: View, { question, answer }: Asked): TemplateResult | typeof nothing {
  if (answer === undefined) return nothing;
  return html`<button
    class="link"
    part="button"
    aria-describedby="help-${question.id}"
    @click=${({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLElement) currentTarget.closest('fieldset')?.querySelector('input')?.focus();
      session.answer(question.id, undefined);
    }}
  >
    ${say('takeBack')}
  </button>`;
}

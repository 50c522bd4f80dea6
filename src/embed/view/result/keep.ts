import { html, nothing, type TemplateResult } from 'lit/html.js';
import { action } from '../action.ts';
import { answersGiven } from './answers-given.ts';
import { isOpen } from './reckoning/open-questions.ts';
import type { ResultView } from './result-view.ts';

/** Records the result, hands it out, and leads back into the conversation. */
export function keep(view: ResultView): TemplateResult {
  const { say, state, isSilent } = view;
  const goingOn = state.readonly ? nothing : html`${isSilent ? nothing : answersGiven(view)}${ways(view)}`;
  if (isSilent) return html`<section class="keep screen">${goingOn}</section>`;
  return html`<section class="keep stack screen">
    <h3>${say('keep')}</h3>
    ${state.recorded === undefined ? (state.readonly ? nothing : toRecord(view)) : recorded(view, state.recorded.createdAt)}
    ${handOut(view)}${goingOn}
  </section>`;
}

/** A button where it is known what for, else a field that asks. */
function toRecord({ say, state, session }: ResultView): TemplateResult {
  const subject = state.assessment?.subject.name;
  if (subject !== undefined) {
    const record = () => void session.record();
    return html`<p>${say('recordKey')}</p>${action(say('recordAgain', { subject }), record, 'primary')}`;
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const name = String(new FormData(event.currentTarget).get('subject')).trim();
    if (name !== '') void session.record({ ref: name, name });
  };
  return html`<p>${say('recordKey')}</p>
    <form class="naming" @submit=${submit}>
      <label for="subject">${say('recordName')}</label>
      <span id="subject-hint" class="small muted">${say('recordHint')}</span>
      <input id="subject" name="subject" type="text" required maxlength="200" pattern=".*\\S.*" autocomplete="off" aria-describedby="subject-hint">
      <button part="button" class="primary">${say('record')}</button>
    </form>`;
}

function recorded({ say, state, lang, keeping }: ResultView, createdAt: string): TemplateResult {
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(createdAt));
  return html`<p role="status">${say('recorded', { subject: state.assessment?.subject.name ?? '', date })}</p>
    <div class="actions">
      ${action(say('downloadMarkdown'), () => void keeping.download('markdown'))}
      ${action(say('downloadPage'), () => void keeping.download('html'))}
    </div>`;
}

function handOut({ say, keeping }: ResultView): TemplateResult {
  const { link } = keeping;
  const copy = async ({ currentTarget }: Event) => {
    const said = currentTarget instanceof HTMLElement ? currentTarget.nextElementSibling : null;
    const isCopied = await keeping.copyLink();
    if (said !== null) said.textContent = isCopied ? say('copied') : say('notCopied', { link: link ?? '' });
  };
  return html`<div class="actions">
    ${action(say('print'), keeping.print)}
    ${link === undefined ? nothing : html`${action(say('copyLink'), (event) => void copy(event))}<span role="status"></span>`}
  </div>`;
}

/** On with the open questions, and over again. */
function ways({ say, state, session, isSilent }: ResultView): TemplateResult {
  const count = state.pages.flatMap(({ questions }) => questions).filter(({ id }) => isOpen(state.answers[id])).length;
  const onward = isSilent ? say('beginAnswering') : state.canGoDeeper ? say('goDeeper') : say('answerOpen', { count });
  return html`
    ${count > 0 || state.canGoDeeper ? action(onward, () => session.goOn(), isSilent ? 'primary' : '') : nothing}
    ${
      isSilent
        ? nothing
        : html`<details><summary>${say('startOver')}</summary>
          <p class="small">${say('startOverKey')}</p>
          ${action(say('startOverNow'), () => session.reset())}</details>`
    }`;
}

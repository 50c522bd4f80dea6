import { html, nothing, type TemplateResult } from 'lit';
import { answersGiven } from './answers-given.ts';
import { isOpen } from './reckoning/open-questions.ts';
import type { ResultView } from './result-view.ts';

/** Records the result, hands it out, and leads back into the conversation. */
export function keep(view: ResultView): TemplateResult {
  const { say, state, isSilent } = view;
  const goingOn = state.readonly ? nothing : html`${isSilent ? nothing : answersGiven(view)}${ways(view)}`;
  if (isSilent) return html`<section class="keep screen">${goingOn}</section>`;
  return html`<section class="keep screen">
    <h3>${say('keep')}</h3>
    ${state.recorded === undefined ? (state.readonly ? nothing : toRecord(view)) : recorded(view, state.recorded.createdAt)}
    ${handOut(view)}${goingOn}
  </section>`;
}

/** A button where it is known what for, else a field that asks. */
function toRecord({ say, state, session }: ResultView): TemplateResult {
  const subject = state.assessment?.subject.name;
  if (subject !== undefined) {
    return html`<p>${say('recordKey')}</p>
      <button part="button" class="primary" type="button" @click=${() => void session.record()}>${say('recordAgain', { subject })}</button>`;
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
  const offer = (format: 'markdown' | 'html', words: string) =>
    html`<button part="button" type="button" @click=${() => void keeping.download(format)}>${words}</button>`;
  return html`<p role="status">${say('recorded', { subject: state.assessment?.subject.name ?? '', date })}</p>
    <div class="actions">${offer('markdown', say('downloadMarkdown'))}${offer('html', say('downloadPage'))}</div>`;
}

function handOut({ say, keeping }: ResultView): TemplateResult {
  const { link } = keeping;
  const copy = async ({ currentTarget }: Event) => {
    const said = currentTarget instanceof HTMLElement ? currentTarget.nextElementSibling : null;
    const isCopied = await keeping.copyLink();
    if (said !== null) said.textContent = isCopied ? say('copied') : say('notCopied', { link: link ?? '' });
  };
  return html`<div class="actions">
    <button part="button" type="button" @click=${() => keeping.print()}>${say('print')}</button>
    ${link === undefined ? nothing : html`<button part="button" type="button" @click=${copy}>${say('copyLink')}</button><span role="status"></span>`}
  </div>`;
}

/** On with the open questions, and over again. */
function ways({ say, state, session, isSilent }: ResultView): TemplateResult {
  const count = state.pages.flatMap(({ questions }) => questions).filter(({ id }) => isOpen(state.answers[id])).length;
  const onward = isSilent ? say('beginAnswering') : state.canGoDeeper ? say('goDeeper') : say('answerOpen', { count });
  return html`
    ${count > 0 || state.canGoDeeper ? html`<button part="button" class=${isSilent ? 'primary' : ''} type="button" @click=${() => session.goOn()}>${onward}</button>` : nothing}
    ${
      isSilent
        ? nothing
        : html`<details><summary>${say('startOver')}</summary>
          <p class="small">${say('startOverKey')}</p>
          <button part="button" type="button" @click=${() => session.reset()}>${say('startOverNow')}</button></details>`
    }`;
}

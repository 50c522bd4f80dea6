import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Clash, WireAnswer } from '../session/session-state.ts';
import { answerInWords } from './answer-words.ts';
import type { View } from './view.ts';

/** Answers that two people gave differently at the same time, to be settled one by one; nothing where there are none. */
export function conflict(view: View): TemplateResult | typeof nothing {
  const { say, state } = view;
  if (state.clashes.length === 0) return nothing;
  return html`<section class="notice" aria-labelledby="conflict" part="conflict">
    <h2 id="conflict">${say('conflict')}</h2>
    <p>${say('conflictAbout')}</p>
    ${state.clashes.map((clash) => clashed(view, clash))}
  </section>`;
}

function clashed(view: View, { question, mine, theirs }: Clash): TemplateResult {
  return html`<div class="clash" role="group" aria-labelledby="clash-${question.id}">
    <h3 id="clash-${question.id}">${question.text}</h3>
    <div class="sides">
      ${side(view, { question, answer: mine, whose: 'mine' })} ${side(view, { question, answer: theirs, whose: 'theirs' })}
    </div>
  </div>`;
}

interface Side {
  readonly question: Clash['question'];
  readonly answer: WireAnswer | undefined;
  readonly whose: 'mine' | 'theirs';
}

function side({ say, session }: View, { question, answer, whose }: Side): TemplateResult {
  return html`<div class="side">
    <span class="small muted">${say(whose)}</span>
    <p>${answer === undefined ? say('takenBack') : answerInWords(question, answer, say)}</p>
    <button part="button" aria-describedby="clash-${question.id}" @click=${() => session.settle(question.id, whose)}>
      ${say(whose === 'mine' ? 'keepMine' : 'takeTheirs')}
    </button>
  </div>`;
}

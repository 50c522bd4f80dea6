import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChangeResult } from '../../../decision/evaluation/proof.ts';
import type { WireAnswer } from '../../session/session-state.ts';
import { answerInWords } from '../answer-words.ts';
import { questionLink } from './question-link.ts';
import { openQuestionsOf } from './reckoning/open-questions.ts';
import { type Turn, turnsOf } from './reckoning/turns.ts';
import type { ResultView } from './result-view.ts';

/** Open questions that are named. */
const MOST = 3;

/** What would make it another recommendation, and the open answers that matter most. */
export function changes(view: ResultView): TemplateResult | typeof nothing {
  const { say, state, evaluation } = view;
  const turns = turnsOf(evaluation);
  const open = openQuestionsOf(state, evaluation).slice(0, MOST);
  if (turns.length + open.length === 0) return nothing;
  return html`<section>
    <h3>${say('changes')}</h3>
    <ul class="turns">${turns.map((turn) => html`<li>${inWords(view, turn)}</li>`)}</ul>
    ${
      open.length === 0
        ? nothing
        : html`<h4>${say('openQuestions')}</h4>
          <ul class="asked">${open.map((question) => html`<li>${questionLink(view, question.id)}</li>`)}</ul>`
    }
  </section>`;
}

function inWords(view: ResultView, turn: Turn): string | TemplateResult {
  const { say, called, figures } = view;
  switch (turn.kind) {
    case 'nothing':
      return turn.reason;
    case 'weight': {
      const { criterion, from, to, wouldChoose } = turn.flip;
      const title = view.questionnaire.criteria.find(({ id }) => id === criterion)?.title ?? criterion;
      return say('flipWeight', {
        alternative: called(wouldChoose),
        criterion: title,
        to: figures.share(to),
        from: figures.share(from),
      });
    }
    case 'answers':
      return html`<p>${say('wouldLead', { alternative: called(turn.target), count: turn.changes.length })}</p>
        <ul class="asked">${turn.changes.map((change) => html`<li>${instead(view, change)}</li>`)}</ul>`;
  }
}

function instead(view: ResultView, { question: id, from, to }: ChangeResult): TemplateResult {
  const { say, questionnaire } = view;
  const question = questionnaire.questions.find((one) => one.id === id);
  if (question === undefined) return html`${id}`;
  // What was answered comes back in the very form in which it was sent.
  const words = (answer: unknown) => `“${answerInWords(question, answer as WireAnswer, say)}”`;
  const answer = from === undefined ? words(to) : say('instead', { to: words(to), from: words(from) });
  return html`${questionLink(view, id)}<p>${answer}</p>`;
}

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { answerInWords } from '../answer-words.ts';
import { questionLink } from './question-link.ts';
import type { ResultView } from './result-view.ts';

/** What was said, question by question, each leading back to where it can be changed. */
export function answersGiven(view: ResultView): TemplateResult | typeof nothing {
  const { say, state, questionnaire, evaluation } = view;
  const ignored = new Set((evaluation.ignored ?? []).map(({ question }) => question));
  const given = questionnaire.questions.flatMap((question) => {
    const answer = state.answers[question.id];
    return answer === undefined || ignored.has(question.id) ? [] : [{ question, answer }];
  });
  if (given.length === 0) return nothing;
  return html`<details>
    <summary>${say('yourAnswers', { count: given.length })}</summary>
    <dl class="given small">${given.map(
      ({ question, answer }) =>
        html`<div><dt>${questionLink(view, question.id)}</dt><dd>${answerInWords(question, answer, say)}</dd></div>`,
    )}</dl>
  </details>`;
}

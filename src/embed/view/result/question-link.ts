import { html, type TemplateResult } from 'lit/html.js';
import { action } from '../action.ts';
import type { ResultView } from './result-view.ts';

/** A question by its text, leading back to it unless nothing may be changed. */
export function questionLink({ state, session, questionnaire }: ResultView, id: string): TemplateResult {
  const text = questionnaire.questions.find((question) => question.id === id)?.text ?? id;
  return state.readonly ? html`${text}` : action(text, () => session.goTo(id), 'link');
}

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Evaluation } from '../../../decision/evaluation/evaluation.ts';
import { action } from '../action.ts';
import type { View } from '../view.ts';
import { advice } from './advice.ts';
import { changes } from './changes.ts';
import { patterns } from './chart/bar.ts';
import { closeness } from './closeness.ts';
import { decisive } from './decisive.ts';
import { keep } from './keep.ts';
import { priorities } from './priorities.ts';
import { createFigures } from './reckoning/figures.ts';
import { pairOf } from './reckoning/leads.ts';
import { previewOf } from './reckoning/preview.ts';
import { recommendation } from './recommendation.ts';
import type { ResultView } from './result-view.ts';

/** The result from the sentence to the record; each section stands alone. */
export function resultView(view: View): TemplateResult {
  const { questionnaire, evaluation, evaluating } = view.state;
  if (questionnaire === undefined || evaluation === undefined) return notYet(view);
  const result = resultOf(view, { questionnaire, evaluation });
  const parts = result.isSilent ? [] : [closeness, decisive, changes, advice, priorities];
  return html`<div class="result" part="result" aria-busy=${evaluating ? 'true' : nothing}>
    ${patterns()}${again(view)}${recommendation(result)}${parts.map((part) => part(result))}${keep(result)}
  </div>`;
}

function notYet(view: View): TemplateResult {
  return html`<div class="result stack" part="result">
    <h2 tabindex="-1" data-focus>${view.say('recommendation')}</h2>
    ${view.state.failure === undefined ? html`<p class="muted waiting" role="status">${view.say('working')}</p>` : again(view)}
  </div>`;
}

/** A way to try again what has failed; why it failed is said above the result. */
function again({ say, session, state: { failure, evaluating } }: View): TemplateResult | typeof nothing {
  if (failure === undefined || evaluating) return nothing;
  return action(say('retry'), () => void session.showResult());
}

function resultOf(view: View, { questionnaire, evaluation }: Pick<ResultView, 'questionnaire' | 'evaluation'>): ResultView {
  const preview = previewOf({ questionnaire, evaluation, own: view.state.weights });
  const pair = pairOf(evaluation);
  const standing = (id: string) => preview.standings.find((one) => one.id === id);
  return {
    ...view,
    questionnaire,
    evaluation,
    preview,
    figures: createFigures(view.lang),
    ...(pair && { pair }),
    isSilent: isSilent(evaluation),
    standing,
    called: (id) => standing(id)?.title ?? view.say('nothing'),
  };
}

function isSilent({ outcome, rationale = [], gates = [] }: Evaluation): boolean {
  return outcome.recommended === undefined && rationale.length === 0 && !gates.some(({ state }) => state === 'fired');
}

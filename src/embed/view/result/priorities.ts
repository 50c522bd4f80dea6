import { html, nothing, type TemplateResult } from 'lit/html.js';
import { scoreRows } from './chart/score-rows.ts';
import { flipMarksOf } from './reckoning/flip-marks.ts';
import { weightScaleOf } from './reckoning/weight-scale.ts';
import type { ResultView } from './result-view.ts';
import { slider } from './slider.ts';

/**
 * A slider for the weight of each criterion, and the scores that follow while one drags. Who leads is said once the
 * service has worked it out.
 */
export function priorities(view: ResultView): TemplateResult | typeof nothing {
  const { say, state, session, questionnaire, preview, evaluation } = view;
  if (evaluation.outcome.recommended === undefined) return nothing;
  const model = questionnaire.criteria.map(({ weight }) => weight);
  const scale = weightScaleOf(model, Object.values(state.weights));
  const marks = flipMarksOf(evaluation).filter(({ weight }) => weight <= scale.max);
  const standings = preview.standings.toSorted((one, other) => one.hue - other.hue);
  return html`<section class="priorities screen">
    <h3>${say('priorities')}</h3>
    <p class="small muted">${say('prioritiesKey')}</p>
    <div class="beside">
      <div class="compact"><p role="status">${evaluation.outcome.headline}</p>${scoreRows(view, standings)}</div>
      <ul class="sliders">${questionnaire.criteria.map((criterion) =>
        slider(view, { criterion, scale, marks: marks.filter((mark) => mark.criterion === criterion.id) }),
      )}</ul>
    </div>
    <button part="button" ?disabled=${Object.keys(state.weights).length === 0} @click=${() => session.resetWeights()}>
      ${say('resetWeights')}
    </button>
  </section>`;
}

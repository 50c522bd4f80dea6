import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit/html.js';
import type { CriterionHeading } from '../../../decision/answers/questionnaire.ts';
import { across, hueClass } from './chart/bar.ts';
import type { FlipMark } from './reckoning/flip-marks.ts';
import type { WeightScale } from './reckoning/weight-scale.ts';
import type { ResultView } from './result-view.ts';

/** A criterion with the scale of all sliders and the weights at which the winner changes. */
export interface Slider {
  readonly criterion: CriterionHeading;
  readonly scale: WeightScale;
  readonly marks: readonly FlipMark[];
}

/** A slider for one weight, with a mark on its track where another alternative takes the lead. */
export function slider(view: ResultView, { criterion, scale, marks }: Slider): TemplateResult {
  const { say, figures, preview, state } = view;
  const { id, title } = criterion;
  const { weight, share } = preview.weights.get(id) ?? { weight: 0, share: 0 };
  const told = { weight: figures.weight(weight), share: figures.share(share) };
  const isOwn = state.weights[id] !== undefined;
  return html`<li class="slider">
    <label for="weight-${id}">${title}</label>
    <span class="figure small" aria-hidden="true">${say('weightOf', told)}</span>
    <span class="marked">
      <svg class="chart" aria-hidden="true" width="100%" height="44">${marks.map((mark) => tick(view, mark, scale))}</svg>
      <input id="weight-${id}" type="range" min="0" max=${scale.max} step=${scale.step} .value=${String(weight)}
        aria-valuetext=${say('weightInWords', told)} aria-describedby="flips-${id}"
        @input=${(event: InputEvent) => weigh(view, criterion, event)}>
    </span>
    <span id="flips-${id}" class="flips small muted">${marks.length === 0 ? nothing : flips(view, marks)}${
      isOwn ? html` <span>${say('modelWeight', { weight: figures.weight(criterion.weight) })}</span>` : nothing
    }</span>
  </li>`;
}

/** Takes the slider's weight, and the least above 0 where otherwise nothing would count at all. */
function weigh(
  { preview, session }: ResultView,
  { id, weight: modelWeight }: CriterionHeading,
  { currentTarget }: InputEvent,
): void {
  if (!(currentTarget instanceof HTMLInputElement)) return;
  const others = [...preview.weights].some(([other, { weight }]) => other !== id && weight > 0);
  if (currentTarget.valueAsNumber === 0 && !others) currentTarget.value = currentTarget.step;
  const weight = currentTarget.valueAsNumber;
  session.weigh(id, weight === modelWeight ? undefined : weight);
}

function flips({ say, figures, called }: ResultView, marks: readonly FlipMark[]): string {
  return marks
    .map(({ wouldChoose, weight, up }) => {
      const told = { alternative: called(wouldChoose), weight: figures.weight(Math.round(10 * weight) / 10) };
      return say(up ? 'flipUp' : 'flipDown', told);
    })
    .join(' · ');
}

function tick({ standing }: ResultView, { weight, wouldChoose }: FlipMark, { max }: WeightScale): SVGTemplateResult {
  const x = across((100 * weight) / max);
  return svg`<line class="flip ${hueClass(standing(wouldChoose)?.hue ?? 0)}" x1=${x} x2=${x} y1="8" y2="36"></line>`;
}

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AlternativeResult } from '../../decision/evaluation/evaluation.ts';
import { hueClass } from './result/chart/bar.ts';
import { createFigures, type Figures } from './result/reckoning/figures.ts';
import type { View } from './view.ts';

/** How the alternatives stand while one answers, if the page wants it: always in the order of the model. */
export function standing(view: View): TemplateResult | typeof nothing {
  const { say, live, lang, state } = view;
  const { questionnaire, evaluation } = state;
  if (!live || questionnaire === undefined || evaluation === undefined) return nothing;
  const figures = createFigures(lang);
  return html`<section class="standing" aria-labelledby="standing" aria-busy=${state.evaluating} part="standing">
    <h3 id="standing">${say('standing')}</h3>
    <ul>
      ${questionnaire.alternatives.map(({ id }, hue) => {
        const result = evaluation.alternatives.find((one) => one.id === id);
        const mayStill = evaluation.outcome.possible?.includes(id) === true;
        return result === undefined ? nothing : html`<li class=${hueClass(hue)}>${row(view, result, { figures, mayStill })}</li>`;
      })}
    </ul>
    <p class="small muted key">${sample()} ${say('standingOpen')}</p>
  </section>`;
}

function row(
  { say }: View,
  { title, score, range = [score, score], excludedBy }: AlternativeResult,
  { figures, mayStill }: { readonly figures: Figures; readonly mayStill: boolean },
): TemplateResult {
  const [low, high] = range.map(figures.points);
  const told =
    low === high
      ? figures.points(score)
      : say('standingSpoken', { score: figures.points(score), low: low ?? '', high: high ?? '' });
  const isOut = excludedBy.length > 0;
  const out = say(mayStill ? 'standingNotYet' : 'standingOut');
  return html`<span class=${isOut && !mayStill ? 'out' : ''}>${title}</span>
    <span aria-hidden="true">${isOut ? out : html`<strong>${figures.points(score)}</strong>`}</span>
    <span class="unseen">${isOut ? out : told}</span>
    ${bar({ score, range, isOut })}`;
}

interface Bar {
  readonly score: number;
  readonly range: readonly [low: number, high: number];
  readonly isOut: boolean;
}

/** Filled up to what is certain, hatched over what is open, and a mark at the score. */
function bar({ score, range: [low, high], isOut }: Bar): TemplateResult {
  return html`<svg aria-hidden="true">
    <rect class="track" y="6" width="100%" height="2"></rect>
    <g opacity=${isOut ? 0.35 : 1}>
      <rect y="2" width=${`${low}%`} height="10"></rect>
      <rect x=${`${low}%`} y="2" width=${`${high - low}%`} height="10"></rect>
      <rect fill="url(#stripes)" x=${`${low}%`} y="2" width=${`${high - low}%`} height="10"></rect>
      <rect class="mark" x=${`${score}%`} width="2" height="14"></rect>
    </g>
  </svg>`;
}

/** What the hatching means; it brings the pattern along for all. */
function sample(): TemplateResult {
  return html`<svg class="sample" aria-hidden="true">
    <defs>
      <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="stripes" d="M0 0V5"></path>
      </pattern>
    </defs>
    <rect width="100%" height="100%"></rect>
    <rect fill="url(#stripes)" width="100%" height="100%"></rect>
  </svg>`;
}

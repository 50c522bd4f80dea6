import { html, type nothing, type TemplateResult } from 'lit/html.js';
import { scoreRows } from './chart/score-rows.ts';
import type { Standing } from './reckoning/preview.ts';
import type { ResultView } from './result-view.ts';

/** The scores with their ranges, and how far they can be trusted. */
export function closeness(view: ResultView): TemplateResult {
  const { say, preview } = view;
  return html`<section>
    <h3>${say('closeness')}</h3>
    <div class="beside">
      <div>
        ${scoreRows(view, preview.standings, (standing) => exclusion(view, standing))}
        <p class="axis" aria-hidden="true"><span class="small muted"><b>0</b><b>50</b><b>100</b></span></p>
      </div>
      <ul class="notes small">
        <li class="muted">${say('scoreKey')}</li>
        ${certainty(view).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </div>
  </section>`;
}

/** Why an alternative is out of the ranking: for good, or as long as open answers do not say otherwise. */
function exclusion({ say, evaluation }: ResultView, { id, excludedBy }: Standing): string | undefined {
  const { gates = [], outcome } = evaluation;
  if (excludedBy.length === 0) return undefined;
  const reasons = excludedBy.map((id) => gates.find((gate) => gate.id === id)?.because ?? say('noVariant'));
  return say(outcome.possible?.includes(id) ? 'notYet' : 'out', { reason: reasons.join(' ') });
}

/** What the proofs say, a sentence each. */
function certainty(view: ResultView): readonly (string | typeof nothing)[] {
  const { say, called, evaluation } = view;
  const { decided, idle = 0, possible = [], exact } = evaluation.outcome;
  const openness = decided
    ? say(idle > 0 ? 'idle' : 'settled', { count: idle })
    : say('couldBecome', { outcomes: possible.map(called).join(', ') });
  return [...(decided === undefined ? [] : [openness]), ...sampled(view), ...(exact === false ? [say('bounds')] : [])];
}

function sampled({ say, figures, called, evaluation: { outcome, robustness } }: ResultView): readonly string[] {
  const { recommended } = outcome;
  if (robustness === undefined || recommended === undefined) return [];
  const share = figures.roughly(robustness.acceptability[recommended] ?? 0);
  const alone = figures.roughly(robustness.weightAcceptability[recommended] ?? 0);
  return [
    say('acceptability', { alternative: called(recommended), share, samples: robustness.samples }),
    ...(alone === share ? [] : [say('weightAcceptability', { share: alone })]),
  ];
}

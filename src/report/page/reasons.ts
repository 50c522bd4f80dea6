import type { Account } from '../account/account.ts';
import type { Balance } from '../account/balance.ts';
import type { Driver } from '../account/drivers.ts';
import type { ReasonInWords } from '../account/reasons.ts';
import { bar } from '../chart/patterns.ts';
import { percent, signed } from '../text/figures.ts';
import { type Markup, markup } from '../text/markup.ts';
import { citations } from './citations.ts';

/** Reasons each way that are shown at once and printed; the others unfold. */
const STRONGEST = 5;

/** What every criterion did, and the strongest reasons each way. */
export function decisive({ drivers, balance, record }: Account): Markup {
  return markup`<section aria-labelledby="decided">
<h2 id="decided">What decided it</h2>
${table(drivers, balance)}${
  balance === undefined
    ? undefined
    : markup`<div class="halves">
${side(balance.for, `Speaks for ${balance.winner.title}`)}${side(balance.against, `Speaks against it, compared with ${balance.runnerUp.title}`)}</div>
${rest(balance)}`
}${record.evaluation.rationale?.length === 0 ? markup`<p>No rule has fired: nothing speaks for or against any of them.</p>` : undefined}
</section>
`;
}

function table(drivers: readonly Driver[], balance: Balance | undefined): Markup {
  const widest = Math.max(...drivers.map(({ lead = 0 }) => Math.abs(lead)), Number.MIN_VALUE);
  const heads =
    balance &&
    markup`<th class="bars" scope="col"><span class="versus"><bdi>${balance.runnerUp.title}</bdi><bdi>${balance.winner.title}</bdi></span></th><th scope="col">Points</th>`;
  return markup`<table class="drivers">
<thead><tr><th scope="col">Criterion</th><th scope="col">Weight</th>${heads}</tr></thead>
<tbody>
${drivers.map((driver) => row(driver, balance, widest))}</tbody>
</table>
`;
}

function row({ title, share, own, lead = 0 }: Driver, balance: Balance | undefined, widest: number): Markup {
  const weight = markup`${percent(share)}${own ? markup`<abbr title="set by the team">*</abbr>` : undefined}`;
  const hue = lead < 0 ? balance?.runnerUp.hue : balance?.winner.hue;
  const shape = bar(hue ?? 0, { from: 50, to: 50 + (48 * lead) / widest, y: 2, height: 10 });
  const cells =
    balance &&
    markup`<td class="bars"><svg class="chart" aria-hidden="true" width="100%" height="14"><line class="middle" x1="50%" x2="50%" y1="0" y2="14"/>${shape}</svg></td><td>${signed(lead)}</td>`;
  return markup`<tr><th scope="row"><bdi>${title}</bdi></th><td>${weight}</td>${cells}</tr>
`;
}

function side(reasons: readonly ReasonInWords[], title: string): Markup {
  const list =
    reasons.length === 0
      ? markup`<p class="note">Nothing that was answered.</p>`
      : markup`<ul class="reasons">
${reasons.slice(0, STRONGEST).map(told)}</ul>`;
  return markup`<div>
<h3>${title}</h3>
${list}
</div>
`;
}

function rest(balance: Balance): Markup | undefined {
  const more = [...balance.for.slice(STRONGEST), ...balance.against.slice(STRONGEST)];
  if (more.length === 0) return undefined;
  return markup`<details>
<summary>${more.length} smaller ${more.length === 1 ? 'reason' : 'reasons'}</summary>
<ul class="reasons">
${more.map(told)}</ul>
</details>
`;
}

function told({ because, criterion, points, grade, sources }: ReasonInWords): Markup {
  const evidence = grade === undefined ? undefined : markup` · evidence ${grade}`;
  return markup`<li><b>${signed(points)}</b> <bdi>${because}</bdi>${citations(sources)} <small><bdi>${criterion}</bdi>${evidence}</small></li>
`;
}

import type { Account } from '../account/account.ts';
import type { Remark } from '../account/options.ts';
import { LEGEND, scoreChart, scoreChartHeight, scoreChartInWords } from '../chart/score-chart.ts';
import { type Markup, markup } from '../text/markup.ts';
import { citations } from './citations.ts';

/** The recommendation in a sentence, its verdict, and what it was judged on. */
export function recommendation({ record, recommended, question, headline, verdict, basis, shapes }: Account): Markup {
  const { subject, createdAt, evaluation } = record;
  return markup`<header>
<p class="kicker"><bdi>${subject.name}</bdi> · decision record · <time datetime="${createdAt}">${createdAt.slice(0, 10)}</time></p>
<h1><bdi>${recommended ?? 'No recommendation'}</bdi></h1>
<p class="lead">${headline}</p>
${shapes.length === 0 ? undefined : markup`<p>${shapes.join(' ')}</p>`}
<p><strong>${verdict.word}</strong>: ${verdict.meaning}</p>
<p class="note">Asked: <bdi>${question}</bdi> Judged on ${basis.join(' ')} Model <bdi>${evaluation.method.model}</bdi> ${evaluation.method.version}.</p>
</header>
`;
}

/** Scores with their ranges as a chart, and how far they can be trusted. */
export function closeness({ options, confidence, record }: Account): Markup {
  const out = options.filter(({ excluded }) => excluded.length > 0);
  const height = scoreChartHeight(options.length);
  return markup`<section aria-labelledby="close">
<h2 id="close">How close it is</h2>
<div class="beside">
<svg class="chart" role="img" aria-labelledby="chart-title chart-description" width="100%" height="${height}">
<title id="chart-title">How the alternatives score for ${record.subject.name}</title>
<desc id="chart-description">${scoreChartInWords(options)}</desc>${scoreChart(options)}
</svg>
<ul class="quiet">
<li>${LEGEND}</li>
${out.map(
  ({ title, excluded }) => markup`<li><s><bdi>${title}</bdi></s> is out: ${excluded.map(remark)}</li>
`,
)}${confidence.map(
  (sentence) => markup`<li>${sentence}</li>
`,
)}</ul>
</div>
</section>
`;
}

function remark({ text, sources }: Remark): Markup {
  return markup`${text}${citations(sources)} `;
}

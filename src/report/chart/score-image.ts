import type { DecisionModel } from '../../decision/model/document.ts';
import { accountOf } from '../account/account.ts';
import type { Option } from '../account/options.ts';
import type { RecordedRecommendation } from '../recorded-recommendation.ts';
import { type Markup, markup, verbatim } from '../text/markup.ts';
import { plainText } from '../text/plain-text.ts';
import { CHART_STYLE, palette } from './palette.ts';
import { LEGEND, scoreChart, scoreChartHeight, scoreChartInWords } from './score-chart.ts';

/** The one style sheet of the image, which a content security policy must allow. */
export const IMAGE_STYLE = `${palette('.page')}
.page { background: var(--surface); }
.ground { fill: var(--surface); }
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
${CHART_STYLE}
`;

const WIDTH = 640;
const MARGIN = 16;
const LINE = 17;
/** Letters of a small line that fit the width, by experience. */
const LETTERS = 92;

/** The scores of a recommendation as an SVG image that stands alone, light or dark as the reader has it. */
export function scoreImage(record: RecordedRecommendation, model: DecisionModel | undefined): string {
  const { options } = accountOf(record, model);
  const notes = [LEGEND, ...options.flatMap((option) => exclusionLines(option))];
  const below = MARGIN + scoreChartHeight(options.length);
  const height = below + notes.length * LINE + MARGIN;
  const inner = WIDTH - 2 * MARGIN;
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" class="page" role="img" aria-labelledby="title description" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">
<title id="title">How the alternatives score for ${record.subject.name}</title>
<desc id="description">${scoreChartInWords(options)}</desc>
<style>${verbatim(IMAGE_STYLE)}</style>
<rect class="ground" width="100%" height="100%"/>
<svg class="chart" x="${MARGIN}" y="${MARGIN}" width="${inner}" height="${height - MARGIN}">${scoreChart(options)}${notes.map(
      (note, index) => noteAt(note, below - MARGIN + (index + 1) * LINE - 4),
    )}</svg>
</svg>`.text
  }\n`;
}

function noteAt(text: string, y: number): Markup {
  return markup`
<text class="small" x="0" y="${y}">${text}</text>`;
}

/** Why an alternative is out, in lines that fit; SVG does not break them. */
function exclusionLines({ title, excluded }: Option): readonly string[] {
  if (excluded.length === 0) return [];
  const words = plainText(`${title} is out: ${excluded.map(({ text }) => text).join(' ')}`).split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

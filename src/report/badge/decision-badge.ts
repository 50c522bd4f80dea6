import { makeBadge } from 'badge-maker';
import { labelsOf } from '../account/labels.ts';
import type { RecordedRecommendation } from '../recorded-recommendation.ts';
import { plainText } from '../text/plain-text.ts';

/** The hues of the alternatives, dark enough for small white letters (WCAG 2.2, 1.4.3: at least 4.5:1). */
const HUES = ['#985d17', '#2f6096', '#34705f', '#784b73', '#5b5f2f'];

/** Nothing is recommended. */
const GREY = '#565f6b';

/** Letters of a title that a badge has room for. */
const LONGEST_TITLE = 40;

/**
 * A badge (SVG, 20 pixels high) that says what was decided, for pages such as a README.
 *
 * @param record the latest recommendation; none when there is none yet.
 * @param label what stands on the left, one line.
 */
export function decisionBadge(record: RecordedRecommendation | undefined, label: string): string {
  const { message, color } = record === undefined ? { message: 'not decided yet', color: GREY } : decided(record);
  return makeBadge({ label: plainText(label), message, labelColor: '#1b2026', color, style: 'flat-square' });
}

function decided({ evaluation }: RecordedRecommendation): { readonly message: string; readonly color: string } {
  const { recommended, verdict } = evaluation.outcome;
  if (recommended === undefined) return { message: 'no recommendation', color: GREY };
  const title = shortened(plainText(labelsOf(evaluation, undefined).alternative(recommended)));
  // A colour means the same alternative on every badge, whatever the rank.
  const hue = evaluation.alternatives
    .map(({ id }) => id)
    .toSorted()
    .indexOf(recommended);
  return { message: title + (REMARKS[verdict ?? ''] ?? ''), color: HUES[hue % HUES.length] ?? GREY };
}

/** What is added where the result is not clear. */
const REMARKS: Readonly<Record<string, string>> = { leaning: ', leaning', 'too-close': ', too close to call' };

function shortened(title: string): string {
  const letters = [...title];
  return letters.length <= LONGEST_TITLE ? title : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

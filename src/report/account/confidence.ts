import type { ByAlternative, Evaluation, Outcome } from '../../decision/evaluation/evaluation.ts';
import type { Verdict } from '../../decision/model/document.ts';
import { count, roughly } from '../text/figures.ts';
import type { Labels } from './labels.ts';

/** How firm a result is: a word, and what the word means. */
export interface VerdictInWords {
  readonly word: string;
  readonly meaning: string;
}

const VERDICTS: Readonly<Record<Verdict, VerdictInWords>> = {
  clear: {
    word: 'Clear',
    meaning: 'it stays recommended under nearly all other weights and open answers, and no answers contradict one another.',
  },
  leaning: {
    word: 'Leaning',
    meaning: 'it is ahead, but other weights, answers still open or a contradiction could turn the result.',
  },
  'too-close': { word: 'Too close to call', meaning: 'the lead is too small to rest a decision on; talk about it.' },
  none: { word: 'No recommendation', meaning: 'the answers name no alternative that can be recommended.' },
};

/** The verdict in words. */
export function verdictInWords({ verdict, recommended }: Outcome): VerdictInWords {
  return VERDICTS[verdict ?? (recommended === undefined ? 'none' : 'leaning')];
}

/** What the proofs say about how far the result can be trusted, a sentence each. */
export function confidenceOf({ outcome, robustness }: Evaluation, labels: Labels): readonly string[] {
  const sampled = robustness && [
    `With weights and open answers drawn by chance, ${sharesInWords(robustness.acceptability, labels)}.`,
    `With the weights alone drawn by chance, ${sharesInWords(robustness.weightAcceptability, labels)}.`,
  ];
  const bounds = outcome.exact === false ? ['Ranges are bounds: they leave nothing out, but may be wider than need be.'] : [];
  return [...openness(outcome, labels), ...(sampled ?? []), ...bounds];
}

function openness({ decided, idle = 0, possible = [] }: Outcome, labels: Labels): readonly string[] {
  if (decided === undefined) return [];
  if (decided) {
    const open = idle === 0 ? 'Nothing is left open that could change it.' : `${count(idle, 'open question')} cannot change it.`;
    return [`The answers settle it: ${open}`];
  }
  return [`Still possible with the questions left open: ${possible.map((id) => nameOf(id, labels)).join(', ')}.`];
}

/** The largest shares first. */
function sharesInWords(shares: ByAlternative, labels: Labels): string {
  const told = Object.entries(shares)
    .toSorted(([, one], [, other]) => other - one)
    .map(([id, share]) => `${nameOf(id, labels)} in ${roughly(share)}`);
  return `${told.join(', ')} of the samples`;
}

function nameOf(outcome: string, labels: Labels): string {
  return outcome === 'none' ? 'no recommendation' : labels.alternative(outcome);
}

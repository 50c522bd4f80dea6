import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Verdict } from '../model/document.ts';
import type { Judgement } from './judgement.ts';
import { TIE_TOLERANCE } from './score.ts';

/** The outcome in one sentence, numbers rounded to what they can bear. */
export function headlineOf(
  model: CompiledModel,
  judgement: Judgement,
  outcome: { readonly verdict: Verdict; readonly variant: string | undefined },
): string {
  const { recommended, ranked, scores } = judgement;
  if (recommended === undefined) return nothing(judgement);
  const leader = titleWithVariant(model, recommended, outcome.variant);
  const runnerUp = ranked[1];
  if (runnerUp === undefined) return `${leader}: the answers rule out everything else.`;
  const other = titleOf(model, runnerUp);
  const difference = (scores[recommended] ?? 0) - (scores[runnerUp] ?? 0);
  const level = difference <= TIE_TOLERANCE;
  if (outcome.verdict === 'too-close') {
    return `${titleOf(model, recommended)} and ${other} are too close to call: ${level ? 'level' : `${pointsInWords(difference)} apart`}.`;
  }
  return level
    ? `${leader} and ${other} are level; ${leader} comes first in the model.`
    : `${leader} leads ${other} by ${pointsInWords(difference)}.`;
}

function nothing({ silent }: Judgement): string {
  return silent
    ? 'No recommendation yet: nothing in the answers speaks for or against an alternative.'
    : 'No recommendation: the answers rule out every alternative.';
}

function titleOf(model: CompiledModel, alternative: number): string {
  return model.alternatives[alternative]?.title ?? '';
}

function titleWithVariant(model: CompiledModel, alternative: number, variant: string | undefined): string {
  const { title, variants = [] } = model.alternatives[alternative] ?? { title: '' };
  const shape = variants.find(({ id }) => id === variant);
  return shape === undefined ? title : `${title} – ${shape.title}`;
}

/** A difference of scores in words, rounded to whole points. */
export function pointsInWords(difference: number): string {
  const rounded = Math.round(difference);
  if (rounded === 0) return 'less than a point';
  return rounded === 1 ? '1 point' : `${rounded} points`;
}

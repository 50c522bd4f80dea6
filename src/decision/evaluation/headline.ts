import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Verdict } from '../model/document.ts';
import type { Judgement } from './judgement.ts';

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
  const other = model.alternatives[runnerUp]?.title ?? '';
  const lead = pointsInWords((scores[recommended] ?? 0) - (scores[runnerUp] ?? 0));
  return outcome.verdict === 'too-close'
    ? `${leader} and ${other} are too close to call: ${lead} apart.`
    : `${leader} leads ${other} by ${lead}.`;
}

function nothing({ silent }: Judgement): string {
  return silent
    ? 'No recommendation yet: nothing in the answers speaks for or against an alternative.'
    : 'No recommendation: the answers rule out every alternative.';
}

function titleWithVariant(model: CompiledModel, alternative: number, variant: string | undefined): string {
  const { title, variants = [] } = model.alternatives[alternative] ?? { title: '' };
  const shape = variants.find(({ id }) => id === variant);
  return shape === undefined ? title : `${title} – ${shape.title}`;
}

/** A difference of scores in words, rounded to whole points. */
export function pointsInWords(difference: number): string {
  const rounded = Math.round(difference);
  if (rounded === 0) return difference > 0 ? 'less than a point' : '0 points';
  return rounded === 1 ? '1 point' : `${rounded} points`;
}

import { isEnabled, isSettled } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { NONE, type Verdict } from '../model/document.ts';
import { createLandscape } from '../sensitivity/landscape/landscape.ts';
import { openQuestions } from '../sensitivity/landscape/open-questions.ts';
import { type Outlook, openCount, outlookOf } from '../sensitivity/outlook.ts';
import { type Acceptability, acceptabilityOf, isAcceptable } from '../sensitivity/samples/acceptability.ts';
import type { Outcome } from './evaluation.ts';
import { type Judgement, marginOf } from './judgement.ts';
import { tidy } from './score.ts';

/** How certain a judgement is: what may still become of it, and how often it would come out the same by chance. */
export interface Certainty {
  readonly outlook: Outlook;
  readonly verdict: Verdict;
  /** Absent where only the verdict was asked for. */
  readonly acceptability?: Acceptability;
}

/** Works out how certain a judgement is. */
export function certaintyOf(
  model: CompiledModel,
  judgement: Judgement,
  { contradictions, sampled }: { readonly contradictions: number; readonly sampled: boolean },
): Certainty {
  const landscape = createLandscape(model, judgement, openQuestions(model, judgement));
  const outlook = outlookOf({ landscape, judgement });
  const acceptability = sampled ? acceptabilityOf(landscape, judgement) : undefined;
  const least = model.clearAcceptability;
  const isAccepted = (alternative: number): boolean =>
    acceptability === undefined
      ? isAcceptable(landscape, judgement, { alternative, least })
      : (acceptability.all[alternative] ?? 0) >= least;
  const verdict = verdictOf(model, judgement, { contradictions, isAccepted });
  return { outlook, verdict, ...(acceptability && { acceptability }) };
}

/** The outcome's fields that need a proof. */
export function provenOutcome(
  model: CompiledModel,
  { outlook }: Certainty,
): Pick<Outcome, 'decided' | 'possible' | 'exact' | 'idle'> {
  const { decided, possible, exact, idle } = outlook;
  return { decided, possible: possible.map((index) => model.alternatives[index]?.id ?? NONE), exact, idle };
}

/** Open questions from which on a single answer is too little for a clear result, however far it leads. */
const MANY_OPEN = 5;

/**
 * `none` without a recommendation; `too-close` when the runner-up is nearer than the model's tie margin; `clear` when
 * the recommended alternative is acceptable often enough and nothing contradicts; else `leaning`. One answer out of
 * many is never clear while more than one alternative is left.
 */
function verdictOf(
  model: CompiledModel,
  judgement: Judgement,
  given: { readonly contradictions: number; readonly isAccepted: (alternative: number) => boolean },
): Verdict {
  if (judgement.recommended === undefined) return 'none';
  const margin = marginOf(judgement);
  if (margin !== undefined && tidy(margin) < model.tieMargin) return 'too-close';
  if (given.contradictions > 0) return 'leaning';
  if (judgement.ranked.length > 1 && isLoneAnswer(model, judgement)) return 'leaning';
  return given.isAccepted(judgement.recommended) ? 'clear' : 'leaning';
}

/** Whether no more than one question is answered while many are open. */
function isLoneAnswer(model: CompiledModel, judgement: Judgement): boolean {
  const { answers, standing } = judgement;
  const settled = model.questions.filter((_, index) => isEnabled(standing, index) && isSettled(answers.given[index]));
  return settled.length <= 1 && openCount(model, judgement) >= MANY_OPEN;
}

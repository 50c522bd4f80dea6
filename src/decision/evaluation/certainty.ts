import { isEnabled, isSettled } from '../answers/standing.ts';
import type { CompiledModel } from '../compile/compiled-model.ts';
import { NONE, type Verdict } from '../model/document.ts';
import { type Acceptability, acceptabilityOf } from '../sensitivity/acceptability.ts';
import { createLandscape } from '../sensitivity/landscape.ts';
import { type Outlook, openCount, outlookOf } from '../sensitivity/outlook.ts';
import { seededRandom } from '../sensitivity/random.ts';
import { seedOf } from '../sensitivity/seed.ts';
import { createSightings } from '../sensitivity/sightings.ts';
import { openQuestions } from '../sensitivity/varying.ts';
import type { Outcome } from './evaluation.ts';
import { type Judgement, marginOf } from './judgement.ts';
import { tidy } from './score.ts';

/** How certain a judgement is: what may still become of it, and how often it would come out the same by chance. */
export interface Certainty {
  readonly outlook: Outlook;
  readonly acceptability: Acceptability;
  readonly verdict: Verdict;
}

/** Works out how certain a judgement is. */
export function certaintyOf(model: CompiledModel, judgement: Judgement, contradictions: number): Certainty {
  const landscape = createLandscape(model, judgement, openQuestions(model, judgement));
  const sightings = createSightings(judgement.scores);
  const random = seededRandom(seedOf(model, judgement));
  const acceptability = acceptabilityOf(landscape, judgement, { random, witness: sightings.see });
  const outlook = outlookOf({ landscape, judgement, sightings });
  return { outlook, acceptability, verdict: verdictOf(model, judgement, { acceptability, contradictions }) };
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
  { acceptability, contradictions }: { readonly acceptability: Acceptability; readonly contradictions: number },
): Verdict {
  if (judgement.recommended === undefined) return 'none';
  const margin = marginOf(judgement);
  if (margin !== undefined && tidy(margin) < model.tieMargin) return 'too-close';
  if (judgement.ranked.length > 1 && isLoneAnswer(model, judgement)) return 'leaning';
  const accepted = acceptability.all[judgement.recommended] ?? 0;
  return accepted >= model.clearAcceptability && contradictions === 0 ? 'clear' : 'leaning';
}

/** Whether no more than one question is answered while many are open. */
function isLoneAnswer(model: CompiledModel, judgement: Judgement): boolean {
  const { answers, standing } = judgement;
  const settled = model.questions.filter((_, index) => isEnabled(standing, index) && isSettled(answers.given[index]));
  return settled.length <= 1 && openCount(model, judgement) >= MANY_OPEN;
}

import type { ApiAssessment, ApiRecommendation } from '../../api/api.ts';
import { factsOf } from '../../api/api-failure.ts';
import type { SessionNeeds } from '../desk.ts';
import { createInterview, type Interview } from '../interview/interview.ts';
import type { Failure, WireAnswers } from '../session-state.ts';

/** What a conversation starts from. */
export interface Opening extends Sifted {
  readonly interview: Interview;
  readonly assessment?: ApiAssessment | undefined;
  /** The last one that was recorded; looked for only where nothing may be changed. */
  readonly recommendation?: ApiRecommendation | undefined;
}

/** The answers of some that fit, and what is wrong with the others. */
export interface Sifted {
  readonly answers: WireAnswers;
  readonly trouble?: Failure | undefined;
}

/** Loads what a conversation starts from; its answers are the prefilled ones. Rejects with an `ApiFailure`. */
export async function openingOf({ api, assessment: id, prefill = {}, readonly, ...model }: SessionNeeds): Promise<Opening> {
  const assessment = id ? await api.assessment(id) : undefined;
  const questionnaire = await api.questionnaire(assessment ?? model);
  const latest = readonly && assessment?.latestRecommendation?.id;
  const recommendation = latest ? await api.recommendation(latest) : undefined;
  const sifted = await sift(prefill, (answers) => api.evaluate(questionnaire, { answers, weights: {} }, 'none'));
  return { ...sifted, interview: createInterview(questionnaire), assessment, recommendation };
}

/**
 * The service may tell of some faults only once others are gone, and of some not whose they are: then no answer fits.
 * Whoever may not evaluate yet, as with the key of a page, hears of faults when the answers are stored.
 */
async function sift(answers: WireAnswers, evaluate: (answers: WireAnswers) => Promise<unknown>): Promise<Sifted> {
  const entries = Object.entries(answers);
  if (entries.length === 0) return { answers };
  try {
    await evaluate(answers);
    return { answers };
  } catch (error) {
    const trouble = factsOf(error);
    if (trouble.kind === 'forbidden') return { answers };
    if (trouble.kind !== 'invalid') throw error;
    const wrong = trouble.errors?.map(({ pointer }) => pointer.split('/')[2]?.replaceAll('~1', '/').replaceAll('~0', '~'));
    const rest = entries.filter(([id]) => !wrong?.includes(id));
    const { answers: fitting } = await sift(rest.length < entries.length ? Object.fromEntries(rest) : {}, evaluate);
    return { answers: fitting, trouble };
  }
}

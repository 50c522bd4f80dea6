import type { ApiAssessment, ApiRecommendation, Inputs } from '../../api/api.ts';
import type { SessionNeeds } from '../desk.ts';
import { createInterview, type Interview } from '../interview/interview.ts';

/** What a conversation starts from. */
export interface Opening {
  readonly interview: Interview;
  readonly inputs: Inputs;
  readonly assessment?: ApiAssessment;
  /** The last one that was recorded; looked for only where nothing may be changed. */
  readonly recommendation?: ApiRecommendation;
  /** What is wrong with the prefilled answers, one sentence each. */
  readonly faults: readonly string[];
}

/** Loads what a conversation starts from. Rejects with an `ApiFailure`. */
export async function openingOf({ api, assessment: id, prefill = {}, readonly, ...model }: SessionNeeds): Promise<Opening> {
  const assessment = id === undefined ? undefined : await api.assessment(id);
  const interview = createInterview(await api.questionnaire(assessment ?? model));
  const latest = readonly ? assessment?.latestRecommendation?.id : undefined;
  const recommendation = latest === undefined ? undefined : await api.recommendation(latest);
  const { answers, faults } = interview.check(prefill);
  return {
    interview,
    inputs: { answers: { ...answers, ...assessment?.answers }, weights: assessment?.weights ?? {} },
    faults,
    ...(assessment && { assessment }),
    ...(recommendation && { recommendation }),
  };
}

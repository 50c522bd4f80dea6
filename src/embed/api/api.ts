import type { Questionnaire } from '../../decision/answers/questionnaire.ts';
import type { Evaluation, Explain } from '../../decision/evaluation/evaluation.ts';
import type { OwnWeights, WireAnswers } from '../session/session-state.ts';

/** An assessment as the form needs it. */
export interface ApiAssessment {
  readonly id: string;
  readonly subject: { readonly ref: string; readonly name: string; readonly tags: readonly string[] };
  readonly model: string;
  readonly version: string;
  readonly answers: WireAnswers;
  readonly weights: OwnWeights;
  readonly revision: number;
  /** Opens this assessment and nothing else; only where the form may do no more. */
  readonly token?: string | undefined;
  readonly latestRecommendation?: { readonly id: string; readonly createdAt: string };
}

/** What is to be evaluated. */
export interface Inputs {
  readonly answers: WireAnswers;
  readonly weights: OwnWeights;
}

/** The subject of an assessment to be created. */
export interface ApiSubject {
  readonly ref: string;
  readonly name?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** Which decision model is asked from; the latest version when it is left out. */
export interface ModelVersion {
  readonly model: string;
  readonly version?: string | undefined;
}

/** The operations of the service that the form uses. Every one rejects with an `ApiFailure`. */
export interface Api {
  questionnaire(model: ModelVersion): Promise<Questionnaire>;
  evaluate(model: ModelVersion, inputs: Inputs, explain: Explain): Promise<Evaluation>;
  assessment(id: string): Promise<ApiAssessment>;
  /** `id` is chosen by the caller, so that the request may be repeated. */
  createAssessment(
    request: { readonly id: string; readonly subject: ApiSubject } & ModelVersion & Inputs,
  ): Promise<ApiAssessment>;
  /** Answers and weights that are named are replaced; `{ remove: true }` takes one back. */
  changeAssessment(id: string, change: AssessmentPatch): Promise<ApiAssessment>;
  record(assessment: string, request: { readonly id: string; readonly revision: number }): Promise<ApiRecommendation>;
  recommendation(id: string): Promise<ApiRecommendation>;
  /** A recorded recommendation as people read it. */
  written(recommendation: string, format: 'markdown' | 'html' | 'svg'): Promise<Blob>;
}

/** A change of an assessment that is based on a revision. */
export interface AssessmentPatch {
  readonly revision: number;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly weights?: Readonly<Record<string, unknown>>;
}

/** A recommendation that was recorded. */
export interface ApiRecommendation {
  readonly id: string;
  readonly assessmentId: string;
  readonly subject: ApiAssessment['subject'];
  readonly createdAt: string;
  readonly answers: WireAnswers;
  readonly weights: OwnWeights;
  readonly evaluation: Evaluation;
}

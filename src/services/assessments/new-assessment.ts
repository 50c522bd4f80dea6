import type { DecisionModel } from '../../decision/model/document.ts';
import type { Assessment, RawAnswers, Weights } from '../store.ts';

/** An assessment as its creator describes it. */
export interface NewAssessment {
  readonly id?: string;
  readonly subject: { readonly ref: string; readonly name?: string; readonly tags?: readonly string[] };
  readonly model: string;
  /** The latest when left out. */
  readonly version?: string;
  readonly answers?: RawAnswers;
  readonly weights?: Weights;
}

/** The first revision of an assessment, pinned to the model version at hand. The subject's name is its ref by default. */
export function firstRevision(
  request: NewAssessment,
  { model, id, at }: { readonly model: DecisionModel; readonly id: string; readonly at: Date },
): Assessment {
  const { ref, name = ref, tags = [] } = request.subject;
  return {
    id,
    subject: { ref, name, tags },
    model: model.id,
    version: model.version,
    answers: request.answers ?? {},
    weights: request.weights ?? {},
    revision: 1,
    createdAt: at,
    updatedAt: at,
  };
}

import { canonicalJson } from '../canonical-json.ts';
import { changedEntries } from '../changed-entries.ts';
import type { Assessment, Subject, Weights } from '../store.ts';

/** What to change: each entry that is named is replaced whole, `{"remove": true}` takes it back, the rest stays. */
export interface AssessmentChange {
  readonly subject?: Partial<Subject>;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly weights?: Readonly<Record<string, unknown>>;
}

/** The parts of an assessment that a change may touch. Weights that were sent are not read against the model yet. */
export interface ChangedParts {
  readonly subject: Subject;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly weights: Readonly<Record<string, unknown>>;
}

/** The parts of an assessment after a change. */
export function changedParts(assessment: Assessment, change: AssessmentChange): ChangedParts {
  return {
    subject: { ...assessment.subject, ...change.subject },
    answers: changedEntries(assessment.answers, change.answers),
    weights: changedEntries(assessment.weights, change.weights),
  };
}

/** The next revision of an assessment; the very same assessment when nothing is different. The weights have been read. */
export function nextRevision(assessment: Assessment, parts: ChangedParts, at: Date): Assessment {
  const { subject, answers, weights } = assessment;
  if (canonicalJson({ subject, answers, weights }) === canonicalJson(parts)) return assessment;
  // Reading the weights against the model has shown each of them to be a number.
  const read = parts.weights as Weights;
  return { ...assessment, ...parts, weights: read, revision: assessment.revision + 1, updatedAt: at };
}

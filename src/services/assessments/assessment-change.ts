import { canonicalJson } from '../canonical-json.ts';
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
    answers: merged(assessment.answers, change.answers),
    weights: merged(assessment.weights, change.weights),
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

function merged(
  present: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const after = new Map(Object.entries(present));
  for (const [id, value] of Object.entries(change)) {
    if (takesBack(value)) after.delete(id);
    else after.set(id, value);
  }
  return Object.fromEntries(after);
}

function takesBack(value: unknown): boolean {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return entries.length === 1 && entries[0]?.[0] === 'remove' && entries[0][1] === true;
}

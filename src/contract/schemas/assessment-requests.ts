import { z } from 'zod';
import type { AssessmentChange as DomainChange } from '../../services/assessments/assessment-change.ts';
import type { CarryOver } from '../../services/assessments/carry-overs.ts';
import type { NewAssessment as DomainNewAssessment } from '../../services/assessments/new-assessment.ts';
import { AnswerChanges, Answers, WeightChanges, Weights } from './answers.ts';
import { line, Revision, SemanticVersion, slug, uuid } from './identifiers.ts';

const ref = line(256, "Identifies the subject in the caller's world, e.g. a catalogue reference.").meta({
  example: 'component:default/payments',
});
const name = line(200, 'What people call it; the `ref` when left out.').meta({ example: 'Payments' });
const tags = z
  .array(line(64, 'A word to find it by.'))
  .max(20)
  .refine((all) => new Set(all).size === all.length, { error: 'Name every tag once only.', params: { code: 'duplicate-value' } })
  .describe('Words to find it by.')
  .meta({ uniqueItems: true, example: ['retail', 'tier-1'] });

const NewSubject = z
  .strictObject({ ref, name: name.exactOptional(), tags: tags.exactOptional() })
  .meta({ id: 'NewSubject', description: 'What an assessment is to be about.' });

/** The parts of an assessment to create; which of them it needs depends on the others. */
export const NewAssessmentParts = z.strictObject({
  id: uuid('An id of your own choice; the twin of `Idempotency-Key` for callers that cannot set headers.').exactOptional(),
  from: uuid('The id of an older assessment whose answers and weights to carry over, as far as they fit.').exactOptional(),
  subject: NewSubject.exactOptional(),
  model: slug(
    'The id of the decision model; `delivery-approach`, or that of the older assessment, when left out.',
  ).exactOptional(),
  version: SemanticVersion.describe('The version to pin it to; the latest when left out.').exactOptional(),
  answers: Answers.exactOptional(),
  weights: Weights.exactOptional(),
});

export const NewAssessment = NewAssessmentParts.refine(({ from, subject }) => from !== undefined || subject !== undefined, {
  path: ['subject'],
  error: 'Add this: it is required, save where `from` names an older assessment.',
  params: { code: 'required' },
  // It is told together with whatever else is wrong.
  when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
})
  .meta({
    id: 'NewAssessment',
    description:
      'An assessment to create. Without `from` it needs a `subject`; with it, the subject is that of the older assessment unless another is given.',
  })
  .transform((request): DomainNewAssessment | CarryOver => {
    const { from, subject, model = 'delivery-approach', ...rest } = request;
    if (from !== undefined) return { ...request, from };
    // The refinement above has refused this.
    if (subject === undefined) return z.NEVER;
    return { ...rest, subject, model };
  });

const SubjectChange = z
  .strictObject({ ref: ref.exactOptional(), name: name.exactOptional(), tags: tags.exactOptional() })
  .meta({ id: 'SubjectChange', description: 'Each part that is named is replaced, the others stay.' });

export const AssessmentChange = z
  .strictObject({
    revision: Revision.describe('The revision the change is based on; the twin of `If-Match`.').exactOptional(),
    subject: SubjectChange.exactOptional(),
    answers: AnswerChanges.exactOptional(),
    weights: WeightChanges.exactOptional(),
  })
  .meta({ id: 'AssessmentChange', description: 'What to change; what is not named stays as it is.' }) satisfies z.ZodType<
  DomainChange & { readonly revision?: number }
>;

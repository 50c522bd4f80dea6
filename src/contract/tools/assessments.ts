import { z } from 'zod';
import { Assessment } from '../schemas/assessment.ts';
import { AssessmentChange, NewAssessmentParts } from '../schemas/assessment-requests.ts';
import { uuid } from '../schemas/identifiers.ts';
import { tool } from '../tool.ts';

const id = uuid('The id of an assessment.');
const output = z.object(Assessment.shape);

/** Tools that keep answers of a team, a service or whatever else is assessed. */
export const assessmentTools = {
  create_assessment: tool({
    operation: 'createAssessment',
    title: 'Create an assessment',
    description:
      'Keeps the answers of one subject, such as a team or a component of a catalogue, so that a recommendation can be recorded for it. With an `id` of your own (UUID of version 7), using it again creates nothing twice.',
    effect: 'adds',
    input: NewAssessmentParts.omit({ from: true }).required({ subject: true }),
    output,
    call: ({ model = 'delivery-approach', ...rest }) => ({
      params: undefined,
      query: {},
      headers: {},
      body: { ...rest, model },
      format: 'json',
    }),
  }),
  read_assessment: tool({
    operation: 'getAssessment',
    title: 'Read an assessment',
    description: 'Reads the present answers of an assessment, and its revision, which changes need.',
    effect: 'none',
    input: z.strictObject({ id }),
    output,
    call: (params) => ({ params, query: {}, headers: undefined, body: undefined, format: 'json' }),
  }),
  change_assessment: tool({
    operation: 'changeAssessment',
    title: 'Change an assessment',
    description:
      'Replaces the answers, weights and parts of the subject that are named, and leaves the others; {"remove": true} takes an answer or a weight back. Needs the revision that was read; if somebody else was faster, read again and ask.',
    effect: 'replaces',
    input: z.strictObject({ id, ...AssessmentChange.required({ revision: true }).shape }),
    output,
    call: ({ id: assessment, ...body }) => ({ params: { id: assessment }, query: {}, headers: {}, body, format: 'json' }),
  }),
} as const;

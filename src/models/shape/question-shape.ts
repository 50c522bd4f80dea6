import { z } from 'zod';
import type { Question } from '../../decision/model/question.ts';
import { closedObject } from './closed-object.ts';
import { conditionShape } from './condition-shape.ts';
import { newId, reference, words } from './scalar-shapes.ts';

const common = {
  id: newId,
  section: reference.exactOptional(),
  criteria: z.array(reference).max(200).exactOptional(),
  core: z.boolean().exactOptional(),
  changeable: z.boolean().exactOptional(),
  retired: z.boolean().exactOptional(),
  text: words,
  help: words.exactOptional(),
  why: words.exactOptional(),
  enabledWhen: conditionShape.exactOptional(),
};

const choice = closedObject({
  id: newId,
  text: words,
  hint: words.exactOptional(),
  neutral: z.boolean().exactOptional(),
  exclusive: z.boolean().exactOptional(),
  likely: z.number().min(0.001).max(1_000).exactOptional(),
});

const kinds = [
  closedObject({ ...common, type: z.enum(['single', 'multiple']), choices: z.array(choice).min(1).max(100) }),
  closedObject({ ...common, type: z.literal('boolean') }),
  closedObject({
    ...common,
    type: z.enum(['scale', 'integer']),
    min: z.int(),
    max: z.int(),
    minText: words.exactOptional(),
    maxText: words.exactOptional(),
  }),
] as const;

/** A question of a decision model; its `type` says which other keys it has. */
export const questionShape = z.discriminatedUnion('type', kinds, {
  error: 'Use one of single, multiple, boolean, scale, integer.',
}) satisfies z.ZodType<Question>;

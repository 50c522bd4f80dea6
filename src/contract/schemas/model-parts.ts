import { z } from 'zod';

/** Conditions nest without end, which generated clients cope with badly: hence an open object. */
export const Condition = z.record(z.string(), z.unknown()).meta({
  id: 'Condition',
  description:
    'A statement about the answers: `{all: […]}`, `{any: […]}`, `{not: …}`, `{fact: name}`, or `{question: id, <test>}` with tests out of ' +
    'is, in, has, hasAny, hasAll, only, atLeast, atMost, countAtLeast, countAtMost.',
  example: { question: 'targets', has: 'kubernetes' },
});

const Variant = z
  .object({
    id: z.string().describe('The id of the variant.'),
    title: z.string().describe('Its name.'),
    summary: z.string().describe('What it is.').exactOptional(),
    rightWhen: z.string().describe('When it is the right one.').exactOptional(),
  })
  .meta({ id: 'Variant', description: 'A named shape that an alternative can take.' });

export const Alternative = z
  .object({
    id: z.string().describe('The id of the alternative.'),
    title: z.string().describe('Its name.'),
    description: z.string().describe('What it is.').exactOptional(),
    needsVariant: z.boolean().describe('Whether it is out unless a rule opens one of its variants.').exactOptional(),
    variants: z.array(Variant).describe('The shapes it can take.').exactOptional(),
  })
  .meta({ id: 'Alternative', description: 'Something that can be recommended.' });

export const Criterion = z
  .object({
    id: z.string().describe('The id of the criterion.'),
    title: z.string().describe('Its name.'),
    weight: z.number().min(0).describe('Counts as its share of the sum of all weights.'),
    scale: z.number().describe('The sum of points that says all it can say.'),
    about: z.string().describe('What it is about.').exactOptional(),
  })
  .meta({ id: 'Criterion', description: 'A point of view with a weight.' });

export const Section = z
  .object({
    id: z.string().describe('The id of the section.'),
    title: z.string().describe('Its heading.'),
    intro: z.string().describe('What its questions are about.').exactOptional(),
  })
  .meta({ id: 'Section', description: 'A titled group of questions.' });

const Choice = z
  .object({
    id: z.string().describe('The id of the choice.'),
    text: z.string().describe('What the reader picks.'),
    hint: z.string().describe('A word of help.').exactOptional(),
    neutral: z.boolean().describe('Whether no rule reads it, on purpose.').exactOptional(),
    exclusive: z.boolean().describe('Whether it stands alone among the choices.').exactOptional(),
    likely: z
      .number()
      .describe('How often it is chosen where nothing is known, compared with choices that do not say (1).')
      .exactOptional(),
  })
  .meta({ id: 'Choice', description: 'One choice of a question.' });

export const questionType = z.enum(['single', 'multiple', 'boolean', 'scale', 'integer']).describe('What an answer looks like.');

export const Question = z
  .object({
    id: z.string().describe('The id of the question.'),
    section: z.string().describe('The section it stands in.').exactOptional(),
    criteria: z.array(z.string()).describe('Criteria whose coverage it counts for.').exactOptional(),
    type: questionType,
    core: z.boolean().describe('Whether the quick questionnaire asks it.').exactOptional(),
    changeable: z.boolean().describe('Whether the team could change the answer.').exactOptional(),
    retired: z.boolean().describe('Whether it is asked no more.').exactOptional(),
    text: z.string().describe('The question.'),
    help: z.string().describe('How to answer it.').exactOptional(),
    why: z.string().describe('Why it is asked.').exactOptional(),
    enabledWhen: Condition.exactOptional(),
    choices: z.array(Choice).describe('For `single` and `multiple`.').exactOptional(),
    min: z.int().describe('The lowest number, for `scale` and `integer`.').exactOptional(),
    max: z.int().describe('The highest number, for `scale` and `integer`.').exactOptional(),
    minText: z.string().describe('What the lowest number means.').exactOptional(),
    maxText: z.string().describe('What the highest number means.').exactOptional(),
  })
  .meta({ id: 'Question', description: 'A question of a decision model.' });

export const Source = z
  .object({
    title: z.string().describe('The name of the source.'),
    url: z.string().describe('Where to read it.').exactOptional(),
    grade: z.enum(['A', 'B', 'C', 'D']).describe('How strong it is: A research … D anecdote.').exactOptional(),
    caveat: z.string().describe('What to keep in mind.').exactOptional(),
  })
  .meta({ id: 'Source', description: 'Where a statement comes from.' });

import { z } from 'zod';
import { EvidenceGrade, list, MOST, partId, webAddress, words } from './bounded.ts';

/** Conditions nest without end, which generated clients cope with badly: hence an open object. */
export const Condition = z.record(z.string(), z.unknown()).meta({
  id: 'Condition',
  description:
    'A statement about the answers: `{all: […]}`, `{any: […]}`, `{not: …}`, `{fact: name}`, or `{question: id, <test>}` with tests out of ' +
    'is, in, has, hasAny, hasAll, only, atLeast, atMost, countAtLeast, countAtMost.',
  maxProperties: 11,
  examples: [{ question: 'targets', has: 'kubernetes' }],
});

const Variant = z
  .object({
    id: partId('The id of the variant.'),
    title: words('Its name.'),
    summary: words('What it is.').exactOptional(),
    rightWhen: words('When it is the right one.').exactOptional(),
  })
  .meta({ id: 'Variant', description: 'A named shape that an alternative can take.' });

export const Alternative = z
  .object({
    id: partId('The id of the alternative.'),
    title: words('Its name.'),
    description: words('What it is.').exactOptional(),
    needsVariant: z.boolean().describe('Whether it is out unless a rule opens one of its variants.').exactOptional(),
    variants: list(Variant, MOST.variants, 'The shapes it can take.').exactOptional(),
  })
  .meta({ id: 'Alternative', description: 'Something that can be recommended.' });

export const Criterion = z
  .object({
    id: partId('The id of the criterion.'),
    title: words('Its name.'),
    weight: z.number().min(0).max(1_000_000).describe('Counts as its share of the sum of all weights.'),
    scale: z.number().min(0.001).max(1_000_000).describe('The sum of points that says all it can say.'),
    about: words('What it is about.').exactOptional(),
  })
  .meta({ id: 'Criterion', description: 'A point of view with a weight.' });

export const Section = z
  .object({
    id: partId('The id of the section.'),
    title: words('Its heading.'),
    intro: words('What its questions are about.').exactOptional(),
  })
  .meta({ id: 'Section', description: 'A titled group of questions.' });

const Choice = z
  .object({
    id: partId('The id of the choice.'),
    text: words('What the reader picks.'),
    hint: words('A word of help.').exactOptional(),
    neutral: z.boolean().describe('Whether no rule reads it, on purpose.').exactOptional(),
    exclusive: z.boolean().describe('Whether it stands alone among the choices.').exactOptional(),
    likely: z
      .number()
      .min(0.001)
      .max(1_000)
      .describe('How often it is chosen where nothing is known, compared with choices that do not say (1).')
      .exactOptional(),
  })
  .meta({ id: 'Choice', description: 'One choice of a question.' });

export const QuestionType = z
  .enum(['single', 'multiple', 'boolean', 'scale', 'integer'])
  .meta({ id: 'QuestionType', description: 'What an answer looks like.' });

export const Question = z
  .object({
    id: partId('The id of the question.'),
    section: partId('The section it stands in.').exactOptional(),
    criteria: list(partId('A criterion.'), MOST.criteria, 'Criteria whose coverage it counts for.').exactOptional(),
    type: QuestionType,
    core: z.boolean().describe('Whether the quick questionnaire asks it.').exactOptional(),
    changeable: z.boolean().describe('Whether the team could change the answer.').exactOptional(),
    retired: z.boolean().describe('Whether it is asked no more.').exactOptional(),
    text: words('The question.'),
    help: words('How to answer it.').exactOptional(),
    why: words('Why it is asked.').exactOptional(),
    enabledWhen: Condition.exactOptional(),
    choices: list(Choice, MOST.choices, 'For `single` and `multiple`.').exactOptional(),
    min: z.int().describe('The lowest number, for `scale` and `integer`.').exactOptional(),
    max: z.int().describe('The highest number, for `scale` and `integer`.').exactOptional(),
    minText: words('What the lowest number means.').exactOptional(),
    maxText: words('What the highest number means.').exactOptional(),
  })
  .meta({ id: 'Question', description: 'A question of a decision model.' });

export const Source = z
  .object({
    title: words('The name of the source.'),
    url: webAddress('Where to read it.').exactOptional(),
    grade: EvidenceGrade.exactOptional(),
    caveat: words('What to keep in mind.').exactOptional(),
  })
  .meta({ id: 'Source', description: 'Where a statement comes from.' });

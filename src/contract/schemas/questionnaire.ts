import { z } from 'zod';
import { Condition, questionType, Section } from './model-parts.ts';

const AskedChoice = z
  .object({
    id: z.string().describe('What to send when it is chosen.'),
    text: z.string().describe('What the reader picks.'),
    hint: z.string().describe('A word of help.').exactOptional(),
    exclusive: z.boolean().describe('Whether it stands alone among the choices.'),
  })
  .meta({ id: 'AskedChoice', description: 'One choice of a question.' });

const AskedQuestion = z
  .object({
    id: z.string().describe('The key of the answer.'),
    section: z.string().describe('The section it stands in.').exactOptional(),
    criteria: z.array(z.string()).describe('The criteria it is about.'),
    type: questionType,
    core: z.boolean().describe('Whether the quick questionnaire asks it.'),
    text: z.string().describe('The question.'),
    help: z.string().describe('How to answer it.').exactOptional(),
    why: z.string().describe('Why it is asked.').exactOptional(),
    choices: z.array(AskedChoice).describe('For `single` and `multiple`.').exactOptional(),
    min: z.int().describe('The lowest number, for `scale` and `integer`.').exactOptional(),
    max: z.int().describe('The highest number, for `scale` and `integer`.').exactOptional(),
    minText: z.string().describe('What the lowest number means.').exactOptional(),
    maxText: z.string().describe('What the highest number means.').exactOptional(),
    enabledWhen: Condition.exactOptional(),
  })
  .meta({ id: 'AskedQuestion', description: 'A question as it is asked; with `enabledWhen`, only while that holds.' });

const Described = z
  .object({
    id: z.string().describe('Its id.'),
    title: z.string().describe('Its name.'),
    description: z.string().describe('What it is.').exactOptional(),
  })
  .meta({ id: 'Described', description: 'Something with a name that a form shows.' });

const CriterionHeading = z
  .object({
    id: z.string().describe('The id of the criterion.'),
    title: z.string().describe('Its name.'),
    about: z.string().describe('What it is about.').exactOptional(),
    weight: z.number().min(0).describe('Its weight unless the reader changes it.'),
  })
  .meta({ id: 'CriterionHeading', description: 'A criterion with its weight.' });

/** What a form needs to ask, without points, rules and gates. */
export const Questionnaire = z
  .object({
    model: z.string().describe('The id of the decision model.'),
    version: z.string().describe('Its version.'),
    title: z.string().describe('The question it helps to decide.'),
    alternatives: z.array(Described).describe('What can be recommended.'),
    criteria: z.array(CriterionHeading).describe('The points of view.'),
    sections: z.array(Section).describe('Groups of questions, in order.'),
    questions: z.array(AskedQuestion).describe("The questions, in the author's order."),
  })
  .meta({ id: 'Questionnaire', description: 'What a form needs to ask.' });

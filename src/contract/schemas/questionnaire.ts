import { z } from 'zod';
import { list, MOST, partId, version, words } from './bounded.ts';
import { Condition, QuestionType, Section } from './model-parts.ts';

const AskedChoice = z
  .object({
    id: partId('What to send when it is chosen.'),
    text: words('What the reader picks.'),
    hint: words('A word of help.').exactOptional(),
    exclusive: z.boolean().describe('Whether it stands alone among the choices.'),
  })
  .meta({ id: 'AskedChoice', description: 'One choice of a question.' });

const AskedQuestion = z
  .object({
    id: partId('The key of the answer.'),
    section: partId('The section it stands in.').exactOptional(),
    criteria: list(partId('A criterion.'), MOST.criteria, 'The criteria it is about.'),
    type: QuestionType,
    core: z.boolean().describe('Whether the quick questionnaire asks it.'),
    text: words('The question.'),
    help: words('How to answer it.').exactOptional(),
    why: words('Why it is asked.').exactOptional(),
    choices: list(AskedChoice, MOST.choices, 'For `single` and `multiple`.').exactOptional(),
    min: z.int().describe('The lowest number, for `scale` and `integer`.').exactOptional(),
    max: z.int().describe('The highest number, for `scale` and `integer`.').exactOptional(),
    minText: words('What the lowest number means.').exactOptional(),
    maxText: words('What the highest number means.').exactOptional(),
    enabledWhen: Condition.exactOptional(),
  })
  .meta({ id: 'AskedQuestion', description: 'A question as it is asked; with `enabledWhen`, only while that holds.' });

const AlternativeHeading = z
  .object({
    id: partId('Its id.'),
    title: words('Its name.'),
    description: words('What it is.').exactOptional(),
  })
  .meta({ id: 'AlternativeHeading', description: 'An alternative with its name.' });

const CriterionHeading = z
  .object({
    id: partId('The id of the criterion.'),
    title: words('Its name.'),
    about: words('What it is about.').exactOptional(),
    weight: z.number().min(0).max(1_000_000).describe('Its weight unless the reader changes it.'),
  })
  .meta({ id: 'CriterionHeading', description: 'A criterion with its weight.' });

/** What a form needs to ask, without points, rules and gates. */
export const Questionnaire = z
  .object({
    model: partId('The id of the decision model.'),
    version: version('Its version.'),
    title: words('The question it helps to decide.'),
    alternatives: list(AlternativeHeading, MOST.alternatives, 'What can be recommended.'),
    criteria: list(CriterionHeading, MOST.criteria, 'The points of view.'),
    sections: list(Section, MOST.sections, 'Groups of questions, in order.'),
    questions: list(AskedQuestion, MOST.questions, "The questions, in the author's order."),
  })
  .meta({ id: 'Questionnaire', description: 'What a form needs to ask.' });

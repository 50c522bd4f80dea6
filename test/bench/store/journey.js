import { randomUUID } from 'node:crypto';
import { builtInModel } from '../subject/product.js';
import { respondents } from '../subject/respondents.js';

/**
 * What one team does: it creates an assessment, changes some of its answers, has a recommendation recorded and reads it.
 *
 * @import { NewAssessment } from '../../../src/services/assessments/new-assessment.ts'
 * @import { AssessmentChange } from '../../../src/services/assessments/assessment-change.ts'
 *
 * @typedef {{ readonly creation: NewAssessment, readonly change: AssessmentChange, readonly key: string }} Journey
 */

const { compiled: model } = builtInModel;

/** Answers that are given at first, and how many of them are changed afterwards. */
const ANSWERS = 20;
const CHANGED = 3;

/**
 * Journeys of different teams, the same answers for the same seed.
 *
 * @param {{ readonly count: number, readonly seed: number }} wanted
 * @returns {readonly Journey[]}
 */
export function journeys(wanted) {
  return respondents(model, wanted).map((respondent, index) => {
    const answers = Object.entries(respondent);
    const key = randomUUID();
    const subject = { ref: `component:default/${key}`, name: `Team ${index}`, tags: ['payments', `group-${index % 7}`] };
    return {
      key,
      creation: { subject, model: model.document.id, answers: Object.fromEntries(answers.slice(0, ANSWERS)) },
      change: { answers: Object.fromEntries(answers.slice(ANSWERS, ANSWERS + CHANGED)) },
    };
  });
}

import type { AskedQuestion, CriterionHeading } from '../../../decision/answers/questionnaire.ts';
import { inputsOf } from '../keeping/entries.ts';
import type { Clash } from '../session-state.ts';
import type { Memory } from './memory.ts';

/** The most that a weight can be set to in the form. */
export const HIGHEST_WEIGHT = 100;

/**
 * What two people said differently. A weight that both changed is told as a question that asks for it, named
 * `weights/` and the criterion; who left it alone says the model's own.
 */
export function clashesOf({ interview, held, answers, weights }: Memory): readonly Clash[] {
  if (interview === undefined || held.size === 0) return [];
  const { questions, criteria } = interview.questionnaire;
  const theirs = inputsOf(held);
  return [
    ...questions
      .filter(({ id }) => held.has(entryOfClash(id)))
      .map((question) => ({ question, mine: answers[question.id], theirs: theirs.answers[question.id] })),
    ...criteria
      .map((criterion) => ({ ...criterion, question: weightQuestion(criterion) }))
      .filter(({ question }) => held.has(entryOfClash(question.id)))
      .map(({ id, weight, question }) => ({
        question,
        mine: weights[id] ?? weight,
        theirs: theirs.weights[id] ?? weight,
      })),
  ];
}

/** The key of the entry that a clash about a question is about. */
export function entryOfClash(question: string): string {
  return question.startsWith('weights/') ? question : `answers/${question}`;
}

function weightQuestion({ id, title }: CriterionHeading): AskedQuestion {
  return { id: `weights/${id}`, text: title, type: 'integer', criteria: [id], core: false, min: 0, max: HIGHEST_WEIGHT };
}

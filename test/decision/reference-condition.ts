import type { Condition, Leaf } from '../../src/decision/model/condition.ts';
import type { DecisionModel } from '../../src/decision/model/document.ts';
import type { Question } from '../../src/decision/model/question.ts';

/** Answers as they are sent: by question id, not read yet. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** True, false, or neither of them yet. */
export type Verity = 'true' | 'false' | 'possible';

/** What answers make of a condition of the model; no condition is a true one. */
export function verity(model: DecisionModel, answers: RawAnswers, condition: Condition | undefined): Verity {
  const inner = (part: Condition) => verity(model, answers, part);
  if (condition === undefined) return 'true';
  if ('not' in condition) return opposite(inner(condition.not));
  if ('fact' in condition) return verity(model, answers, model.facts?.[condition.fact]);
  if ('all' in condition) return conjunction(condition.all.map(inner));
  if ('any' in condition) return opposite(conjunction(condition.any.map(inner).map(opposite)));
  const question = model.questions.find(({ id }) => id === condition.question);
  return question === undefined ? 'possible' : leafVerity(model, answers, { leaf: condition, question });
}

function leafVerity(model: DecisionModel, answers: RawAnswers, read: { leaf: Leaf; question: Question }): Verity {
  const { leaf, question } = read;
  const enabled = verity(model, answers, question.enabledWhen);
  if (enabled !== 'true') return enabled;
  const answer = question.retired === true ? undefined : answers[question.id];
  if (answer === undefined || answer === null) return 'possible';
  if (isForm(answer, 'notApplicable')) return 'false';
  const values = isForm(answer, 'anyOf') ? answer.anyOf : [answer];
  const verdicts = (Array.isArray(values) ? values : []).map((value: unknown) => passes(leaf, value));
  if (verdicts.every((passed) => passed)) return 'true';
  return verdicts.some((passed) => passed) ? 'possible' : 'false';
}

/** Whether a plain value passes every test of a leaf. */
function passes(leaf: Leaf, value: unknown): boolean {
  const members: readonly unknown[] = Array.isArray(value) ? value : [];
  const includes = (choice: string) => members.includes(choice);
  const { is, in: among, has, hasAny, hasAll, only, countAtLeast, countAtMost, atLeast, atMost } = leaf;
  return (
    (is === undefined || value === is) &&
    (among === undefined || among.some((one) => one === value)) &&
    (has === undefined || includes(has)) &&
    (hasAny === undefined || hasAny.some(includes)) &&
    (hasAll === undefined || hasAll.every(includes)) &&
    (only === undefined || members.every((member) => only.some((one) => one === member))) &&
    (countAtLeast === undefined || members.length >= countAtLeast) &&
    (countAtMost === undefined || members.length <= countAtMost) &&
    (atLeast === undefined || (typeof value === 'number' && value >= atLeast)) &&
    (atMost === undefined || (typeof value === 'number' && value <= atMost))
  );
}

/** Whether an answer leaves its question open: unanswered, unknown, or a set of values. */
export function isOpen(answer: unknown): boolean {
  return answer === undefined || answer === null || isForm(answer, 'anyOf');
}

/** Whether an answer is an object with this key. */
export function isForm<K extends string>(answer: unknown, key: K): answer is Record<K, unknown> {
  return typeof answer === 'object' && answer !== null && key in answer;
}

function conjunction(parts: readonly Verity[]): Verity {
  if (parts.includes('false')) return 'false';
  return parts.includes('possible') ? 'possible' : 'true';
}

function opposite(truth: Verity): Verity {
  if (truth === 'possible') return 'possible';
  return truth === 'true' ? 'false' : 'true';
}

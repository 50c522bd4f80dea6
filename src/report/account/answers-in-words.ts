import type { DecisionModel } from '../../decision/model/document.ts';
import type { Question } from '../../decision/model/question.ts';
import type { AnsweredCase } from '../recorded-recommendation.ts';
import type { Labels } from './labels.ts';

/** A question with what was answered. */
export interface AnswerInWords {
  readonly question: string;
  readonly answer: string;
}

/** The answers to the questions of one section; those that have none come under no title. */
export interface AnsweredSection {
  readonly title?: string;
  readonly answers: readonly AnswerInWords[];
}

/** How many answers there are of each kind. */
export interface Tally {
  readonly answered: number;
  readonly unknown: number;
  readonly notApplicable: number;
}

/** Every answer as it was given, by section in the model's order; without the model in the order in which they were sent. */
export function answersInWords(
  { answers, evaluation }: AnsweredCase,
  labels: Labels,
  model: DecisionModel | undefined,
): readonly AnsweredSection[] {
  const without = new Map((evaluation.ignored ?? []).map(({ question, reason }) => [question, reason]));
  const given = new Map(Object.entries(answers));
  const inOrder = [...new Set([...(model?.questions ?? []).map(({ id }) => id), ...given.keys()])].filter((id) => given.has(id));
  const told = inOrder.map((id) => ({
    section: labels.asked(id)?.section,
    question: labels.question(id),
    answer: answerInWords(labels.asked(id), given.get(id)) + withoutEffect(without.get(id)),
  }));
  const sections = [...(model?.sections ?? []), { id: undefined, title: undefined }];
  const known = new Set(sections.map(({ id }) => id));
  return sections
    .map(({ id, title }) => ({
      ...(title !== undefined && { title }),
      answers: told.filter(({ section }) => (known.has(section) ? section : undefined) === id),
    }))
    .filter((section) => section.answers.length > 0);
}

/** Counts answers by kind. */
export function tallyOf(answers: AnsweredCase['answers']): Tally {
  const values = Object.values(answers);
  const unknown = values.filter((value) => value === null).length;
  const notApplicable = values.filter((value) => formOf(value, 'notApplicable') !== undefined).length;
  return { answered: values.length - unknown - notApplicable, unknown, notApplicable };
}

/** One answer as a person would say it. */
export function answerInWords(question: Question | undefined, answer: unknown): string {
  if (answer === null) return 'not known';
  const reason = formOf(answer, 'notApplicable');
  if (reason !== undefined) return `does not apply: ${String(reason)}`;
  const still = formOf(answer, 'anyOf');
  if (Array.isArray(still)) return `one of: ${still.map((value) => valueInWords(question, value)).join(' / ')}`;
  return valueInWords(question, answer);
}

function valueInWords(question: Question | undefined, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value))
    return value.length === 0 ? 'none of these' : value.map((one) => choiceInWords(question, one)).join('; ');
  if (typeof value === 'number') return numberInWords(question, value);
  return choiceInWords(question, value);
}

function choiceInWords(question: Question | undefined, id: unknown): string {
  const choices = question !== undefined && 'choices' in question ? question.choices : [];
  return choices.find((choice) => choice.id === id)?.text ?? (typeof id === 'string' ? id : JSON.stringify(id));
}

function numberInWords(question: Question | undefined, value: number): string {
  if (question === undefined || !('min' in question) || question.type !== 'scale') return String(value);
  const { min, max, minText, maxText } = question;
  const ends = [minText === undefined ? `${min}` : `${min}: ${minText}`, maxText === undefined ? `${max}` : `${max}: ${maxText}`];
  return `${value} (${ends.join(', ')})`;
}

function withoutEffect(reason: 'retired' | 'disabled' | undefined): string {
  if (reason === undefined) return '';
  return reason === 'retired'
    ? ' (without effect: no longer asked)'
    : ' (without effect: the other answers rule the question out)';
}

function formOf(answer: unknown, form: string): unknown {
  return typeof answer === 'object' && answer !== null && Object.hasOwn(answer, form)
    ? new Map<string, unknown>(Object.entries(answer)).get(form)
    : undefined;
}

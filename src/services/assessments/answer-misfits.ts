import { readAnswers } from '../../decision/answers/read-answers.ts';
import type { CompiledModel } from '../../decision/compile/compiled-model.ts';
import { pointer } from '../../decision/model/finding.ts';
import type { Question } from '../../decision/model/question.ts';
import { placed } from '../models/model-input.ts';
import type { InvalidPlace } from '../refusal.ts';
import type { VersionStep } from './carried-over.ts';

/**
 * Why an answer to one version of a model does not fit another: its question or a choice is gone, or the question is
 * retired, or asks for something else. Where the earlier version is lost, the answer is taken for what it looks like.
 */
export function answerMisfits(id: string, raw: unknown, { before, after }: VersionStep): readonly InvalidPlace[] {
  const { answers, findings } = readAnswers(after, { [id]: raw });
  const question = questionOf(after, id);
  if (question?.retired === true) return [misfit(id, 'retired-question', `${nameOf(after)} no longer asks this.`)];
  const kind = answers.given[after.questionIndex.get(id) ?? -1]?.kind;
  if (kind === 'unknown' || kind === 'not-applicable') return [];
  const earlier = before && questionOf(before, id);
  if (earlier === undefined || question === undefined || asksForTheSame(earlier, question)) return placed('/answers', findings);
  const wanted = `${nameOf(after)} asks for ${inWords(question)}, no longer for ${inWords(earlier)}`;
  return [misfit(id, 'question-changed', `${wanted}; answer it anew.`)];
}

/** Whether an answer means what it meant. The ends of a scale give its points their meaning; those of a count do not. */
function asksForTheSame(one: Question, other: Question): boolean {
  if (one.type !== 'scale' || other.type !== 'scale') return one.type === other.type;
  return one.min === other.min && one.max === other.max;
}

function inWords(question: Question): string {
  return question.type === 'scale' ? `a scale from ${question.min} to ${question.max}` : IN_WORDS[question.type];
}

const IN_WORDS = {
  single: 'one choice',
  multiple: 'a list of choices',
  boolean: 'true or false',
  integer: 'a whole number',
} as const;

function misfit(id: string, code: string, message: string): InvalidPlace {
  return { pointer: pointer('answers', id), code, message };
}

function questionOf(model: CompiledModel, id: string): Question | undefined {
  return model.questions[model.questionIndex.get(id) ?? -1]?.question;
}

function nameOf({ document: { id, version } }: CompiledModel): string {
  return `${id} ${version}`;
}

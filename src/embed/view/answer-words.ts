import type { AskedQuestion } from '../../decision/answers/questionnaire.ts';
import type { WireAnswer } from '../session/session-state.ts';
import type { Say } from '../words/say.ts';

/** An answer as a person would say it, without a full stop. What the question does not know is written as it is. */
export function answerInWords(question: AskedQuestion, answer: WireAnswer, say: Say): string {
  if (answer === null) return say('saidUnknown');
  if (typeof answer !== 'object' || Array.isArray(answer)) return valueInWords(question, answer, say);
  if ('notApplicable' in answer) return say('saidNotApplicable', { reason: answer.notApplicable });
  if (!('anyOf' in answer)) return '';
  return say('saidOneOf', { values: answer.anyOf.map((value) => valueInWords(question, value, say)).join(' / ') });
}

function valueInWords(question: AskedQuestion, value: unknown, say: Say): string {
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (typeof value === 'number') return numberInWords(question, value, say);
  if (!Array.isArray(value)) return choiceInWords(question, value);
  return value.length === 0 ? say('noneOfThese') : value.map((one) => choiceInWords(question, one)).join('; ');
}

function choiceInWords({ choices = [] }: AskedQuestion, id: unknown): string {
  return choices.find((choice) => choice.id === id)?.text ?? String(id);
}

function numberInWords({ type, min = 0, max = 0, minText, maxText }: AskedQuestion, value: number, say: Say): string {
  const told = say('figure', { value });
  if (type !== 'scale' || minText === undefined || maxText === undefined) return told;
  return say('saidScale', { value, min, minText, max, maxText });
}

import type { ChoiceQuestion, NumberQuestion, Question } from '../model/question.ts';
import type { AnswerValue, InputFinding } from './answer.ts';

/** A value as it was understood, or what is wrong with it. */
export type ValueReading = { readonly value: AnswerValue } | { readonly findings: readonly InputFinding[] };

/** Reads one plain value for a question. Pointers in the findings start at the value. */
export function readValue(question: Question, raw: unknown): ValueReading {
  switch (question.type) {
    case 'boolean':
      return typeof raw === 'boolean' ? { value: raw } : wrong('wrong-type', 'Send true or false.');
    case 'single':
      return readChoice(question, raw);
    case 'multiple':
      return readSet(question, raw);
    case 'scale':
    case 'integer':
      return readNumber(question, raw);
  }
}

function readChoice(question: ChoiceQuestion, raw: unknown): ValueReading {
  if (typeof raw !== 'string') return wrong('wrong-type', `Send the id of one choice: ${allowed(question)}.`);
  return question.choices.some(({ id }) => id === raw) ? { value: raw } : unknownChoice(question, raw);
}

function readSet(question: ChoiceQuestion, raw: unknown): ValueReading {
  if (!Array.isArray(raw)) return wrong('wrong-type', `Send an array of choice ids out of ${allowed(question)}.`);
  const findings = raw.flatMap((one: unknown, index) => {
    const read = readChoice(question, one);
    if ('findings' in read) return read.findings.map((finding) => ({ ...finding, pointer: `/${index}` }));
    return raw.indexOf(one) < index ? [at(`/${index}`, 'duplicate-choice', `Name ${read.value} once only.`)] : [];
  });
  const chosen = question.choices.filter(({ id }) => raw.includes(id));
  const alone = chosen.find(({ exclusive }) => exclusive === true);
  if (alone !== undefined && chosen.length > 1) {
    findings.push(at('', 'exclusive-choice', `${alone.id} stands alone: send it without the other choices.`));
  }
  return findings.length > 0 ? { findings } : { value: chosen.map(({ id }) => id) };
}

function readNumber({ min, max }: NumberQuestion, raw: unknown): ValueReading {
  if (typeof raw !== 'number' || !Number.isInteger(raw)) return wrong('wrong-type', `Send a whole number from ${min} to ${max}.`);
  if (raw < min || raw > max) return wrong('out-of-range', `Send a whole number from ${min} to ${max}.`);
  return { value: raw === 0 ? 0 : raw };
}

function unknownChoice(question: ChoiceQuestion, raw: string): ValueReading {
  return wrong('unknown-choice', `There is no choice ${JSON.stringify(raw.slice(0, 64))}; send one of ${allowed(question)}.`);
}

function allowed({ choices }: ChoiceQuestion): string {
  return choices.map(({ id }) => id).join(', ');
}

function wrong(code: string, message: string): ValueReading {
  return { findings: [at('', code, message)] };
}

function at(pointer: string, code: string, message: string): InputFinding {
  return { pointer, code, message };
}

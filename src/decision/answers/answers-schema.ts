import type { CompiledModel } from '../compile/compiled-model.ts';
import type { ChoiceQuestion, Question } from '../model/question.ts';
import { MAX_REASON_LENGTH } from './read-answers.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema of a model's answers. It accepts exactly the objects that are read without findings, save that it takes
 * two orders of one set in `anyOf` for two values. Which question the other answers enable is not part of it, since an
 * answer to a disabled one is accepted too.
 */
export function answersSchema(model: CompiledModel): JsonSchema {
  const { id, version, title } = model.document;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Answers to ${id} ${version}: ${title}`,
    type: 'object',
    properties: Object.fromEntries(model.questions.map(({ question }) => [question.id, answerSchema(question)])),
    additionalProperties: false,
  };
}

function answerSchema(question: Question): JsonSchema {
  const value = valueSchema(question);
  const reason = { type: 'string', minLength: 1, maxLength: MAX_REASON_LENGTH, pattern: '\\S' };
  return {
    title: question.text,
    ...(question.help !== undefined && { description: question.help }),
    ...(question.retired === true && { deprecated: true }),
    anyOf: [
      value,
      { type: 'null', description: 'Asked, not known.' },
      form('notApplicable', 'Does not apply, and why.', reason),
      form('anyOf', 'One of these, not known which.', { type: 'array', minItems: 1, uniqueItems: true, items: value }),
    ],
  };
}

function form(key: string, description: string, schema: JsonSchema): JsonSchema {
  return { type: 'object', description, properties: { [key]: schema }, required: [key], additionalProperties: false };
}

function valueSchema(question: Question): JsonSchema {
  switch (question.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'single':
      return choiceSchema(question);
    case 'multiple':
      return setSchema(question);
    case 'scale':
    case 'integer':
      return { type: 'integer', minimum: question.min, maximum: question.max };
  }
}

function choiceSchema({ choices }: ChoiceQuestion): JsonSchema {
  return { type: 'string', enum: choices.map(({ id }) => id) };
}

function setSchema(question: ChoiceQuestion): JsonSchema {
  const alone = question.choices.filter(({ exclusive }) => exclusive === true).map(({ id }) => id);
  return {
    type: 'array',
    items: choiceSchema(question),
    uniqueItems: true,
    ...(alone.length > 0 && {
      if: { contains: { enum: alone } }, // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
      then: { maxItems: 1 },
    }),
  };
}

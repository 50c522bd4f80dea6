import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { answersSchema } from '../../../src/decision/answers/answers-schema.ts';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import { modelOf, multiple, number, single, yesNo } from '../model-notation.ts';

const model = compile(
  modelOf({
    questions: [
      { ...yesNo('sure'), help: 'Take your time.', retired: true },
      single('one', 'x', 'y'),
      multiple('many', 'x', 'y', 'nothing!'),
      number('count', 1, 9),
    ],
  }),
);
const schema = answersSchema(model);
const accepts = new Ajv2020({ strict: true }).compile(schema);

describe('the JSON Schema of answers', () => {
  it('names its dialect and its model', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Answers to test 1.0.0: Which one?',
      type: 'object',
    });
  });

  it('describes each question and marks the retired ones', () => {
    expect(schema['properties']).toMatchObject({
      sure: { title: 'sure?', description: 'Take your time.', deprecated: true },
      one: { title: 'one?' },
    });
    expect(schema).not.toHaveProperty('properties.one.deprecated');
  });

  it.each<[what: string, answers: Record<string, unknown>]>([
    ['no answers', {}],
    ['values of every type', { sure: true, one: 'x', many: ['y', 'x'], count: 9 }],
    ['the empty set', { many: [] }],
    ['an exclusive choice alone', { many: ['nothing'] }],
    ['the unknown', { one: null }],
    ['what does not apply, for a reason', { count: { notApplicable: 'nobody counts' } }],
    ['a set of values', { many: { anyOf: [['x'], ['x', 'y'], []] }, count: { anyOf: [1, 2] } }],
    ['a reason of 500 characters', { one: { notApplicable: 'x'.repeat(500) } }],
    ['a whole number written with a point', JSON.parse('{"count": 1.0}')],
  ])('accepts %s, as the reader does', (_, answers) => {
    expect([accepts(answers), readAnswers(model, answers).findings]).toEqual([true, []]);
  });

  it.each<[what: string, answers: Record<string, unknown>]>([
    ['a question that is not there', { two: 'x' }],
    ['a choice that is not there', { one: 'z' }],
    ['a choice in the wrong case', { one: 'X' }],
    ['a set for a single choice', { one: ['x'] }],
    ['a choice twice', { many: ['x', 'x'] }],
    ['an exclusive choice beside others', { many: ['x', 'nothing'] }],
    ['a number that is out of range', { count: 10 }],
    ['a number that is not whole', { count: 1.5 }],
    ['a number in quotes', { count: '1' }],
    ['a truth in words', { sure: 'true' }],
    ['no reason', { one: { notApplicable: '' } }],
    ['a reason of blanks', { one: { notApplicable: ' \n\u00a0' } }],
    ['a reason of 501 characters', { one: { notApplicable: 'x'.repeat(501) } }],
    ['an empty set of values', { one: { anyOf: [] } }],
    ['a value twice', { one: { anyOf: ['x', 'x'] } }],
    ['the unknown as one of the values', { one: { anyOf: ['x', null] } }],
    ['two forms at once', { one: { anyOf: ['x'], notApplicable: 'both' } }],
    ['an object of no known form', { one: {} }],
  ])('refuses %s, as the reader does', (_, answers) => {
    expect([accepts(answers), readAnswers(model, answers).findings.length > 0]).toEqual([false, true]);
  });

  it('counts the characters of a reason as the reader does', () => {
    const answers = { one: { notApplicable: '🚢'.repeat(300) } };
    expect(readAnswers(model, answers).findings.length === 0).toBe(accepts(answers));
  });
});

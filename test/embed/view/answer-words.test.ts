import { describe, expect, it } from '@jest/globals';
import type { AskedQuestion } from '../../../src/decision/answers/questionnaire.ts';
import type { WireAnswer } from '../../../src/embed/session/session-state.ts';
import { answerInWords } from '../../../src/embed/view/answer-words.ts';
import { createSay } from '../../../src/embed/words/say.ts';

const QUESTION = { id: 'where', criteria: [], core: true, text: 'Where?' } as const;
const SEVERAL: AskedQuestion = {
  ...QUESTION,
  type: 'multiple',
  choices: [
    { id: 'here', text: 'Right here', exclusive: false },
    { id: 'there', text: 'Over there', exclusive: false },
  ],
};
const SINGLE: AskedQuestion = { ...SEVERAL, type: 'single' };
const SCALE: AskedQuestion = { ...QUESTION, type: 'scale', min: 1, max: 5, minText: 'never', maxText: 'always' };
const NUMBER: AskedQuestion = { ...QUESTION, type: 'integer', min: 1, max: 10_000 };
const BOOLEAN: AskedQuestion = { ...QUESTION, type: 'boolean' };

const CASES: readonly (readonly [question: AskedQuestion, answer: WireAnswer, words: string])[] = [
  [SINGLE, 'here', 'Right here'],
  [SEVERAL, ['here', 'there'], 'Right here; Over there'],
  [SEVERAL, [], 'None of these'],
  [BOOLEAN, true, 'Yes'],
  [BOOLEAN, false, 'No'],
  [SCALE, 4, '4 (1: never, 5: always)'],
  [NUMBER, 1200, '1,200'],
  [SINGLE, null, 'not known'],
  [SINGLE, { notApplicable: 'we rent it' }, 'does not apply: we rent it'],
  [SINGLE, { anyOf: ['here', 'there'] }, 'One of: Right here / Over there'],
  [SEVERAL, { anyOf: [['here'], []] }, 'One of: Right here / None of these'],
  [SINGLE, 'gone', 'gone'],
];

describe('an answer in words', () => {
  it.each(CASES.map(([question, answer, words]) => ({ type: question.type, question, answer, words })))(
    'to a $type question is “$words”',
    ({ question, answer, words }) => {
      expect(answerInWords(question, answer, createSay('en'))).toBe(words);
    },
  );

  it('writes numbers as the language does', () => {
    expect(answerInWords(NUMBER, 1200, createSay('de'))).toBe('1.200');
  });
});

import { describe, expect, it } from '@jest/globals';
import { questionnaire } from '../../../src/decision/answers/questionnaire.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import { modelOf, multiple, number, rule, yes, yesNo } from '../model-notation.ts';

const model = compile(
  modelOf({
    alternatives: [
      { id: 'a', title: 'Ada', description: 'The first.' },
      { id: 'b', title: 'Bob', needsVariant: true, variants: [{ id: 'v', title: 'V' }] },
    ],
    criteria: [{ id: 'only', title: 'Only', weight: 2, scale: 6, about: 'All of it.' }],
    sections: [
      { id: 'begin', title: 'Beginning', intro: 'Hello.' },
      { id: 'past', title: 'Past' },
      { id: 'end', title: 'End' },
    ],
    questions: [
      { ...yesNo('p'), section: 'begin', core: true, criteria: ['only'], help: 'Think.', why: 'It matters.' },
      { ...yesNo('old'), section: 'past', core: true, retired: true },
      {
        ...multiple('many', 'x', 'nothing!'),
        choices: [
          { id: 'x', text: 'x', hint: 'The tenth but two.' },
          { id: 'nothing', text: 'nothing!', exclusive: true },
        ],
        section: 'end',
        enabledWhen: { any: [{ fact: 'sure' }, { not: { all: [{ fact: 'sure' }, yes('p')] } }] },
      },
      { ...number('count', 1, 9), minText: 'few', maxText: 'lots', core: true, changeable: false },
    ],
    facts: { sure: { fact: 'really-sure' }, 'really-sure': yes('p') },
    rules: [rule('for-a', yes('p'), { a: 1 })],
  }),
);

describe('a questionnaire', () => {
  const full = questionnaire(model, 'full');

  it('says what it is for', () => {
    expect(full).toMatchObject({
      model: 'test',
      version: '1.0.0',
      title: 'Which one?',
      alternatives: [
        { id: 'a', title: 'Ada', description: 'The first.' },
        { id: 'b', title: 'Bob' },
      ],
      criteria: [{ id: 'only', title: 'Only', about: 'All of it.', weight: 2 }],
    });
  });

  it('asks everything in full, but for what is retired', () => {
    expect(full.questions.map(({ id }) => id)).toEqual(['p', 'many', 'count']);
  });

  it('asks the core questions when there is less time', () => {
    expect(questionnaire(model, 'core').questions.map(({ id }) => id)).toEqual(['p', 'count']);
  });

  it('leaves out sections in which nothing is asked', () => {
    expect(full.sections.map(({ id }) => id)).toEqual(['begin', 'end']);
    expect(questionnaire(model, 'core').sections).toEqual([{ id: 'begin', title: 'Beginning', intro: 'Hello.' }]);
  });

  it('shows a question with all that helps to answer it', () => {
    expect(full.questions[0]).toEqual({
      id: 'p',
      section: 'begin',
      criteria: ['only'],
      type: 'boolean',
      core: true,
      text: 'p?',
      help: 'Think.',
      why: 'It matters.',
    });
    expect(full.questions[2]).toEqual({
      id: 'count',
      criteria: [],
      type: 'integer',
      core: true,
      text: 'count?',
      min: 1,
      max: 9,
      minText: 'few',
      maxText: 'lots',
    });
    expect(full.questions[1]).toMatchObject({ id: 'many', core: false });
    expect(full.questions[1]?.choices).toEqual([
      { id: 'x', text: 'x', hint: 'The tenth but two.', exclusive: false },
      { id: 'nothing', text: 'nothing!', exclusive: true },
    ]);
  });

  it('writes facts out, so that conditions read answers only', () => {
    expect(full.questions[1]?.enabledWhen).toEqual({ any: [yes('p'), { not: { all: [yes('p'), yes('p')] } }] });
  });

  it('gives no points away', () => {
    expect(JSON.stringify(full)).not.toMatch(/points|for-a/);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { evaluated } from '../evaluated.ts';
import { gate, modelOf, multiple, number, rule, single, yes, yesNo } from '../model-notation.ts';
import type { RawAnswers } from '../reference-condition.ts';

/** Where to spend a holiday. */
const holiday: DecisionModel = modelOf({
  alternatives: [
    { id: 'sea', title: 'The sea' },
    { id: 'hills', title: 'The hills', variants: [{ id: 'hut', title: 'in a hut' }] },
    { id: 'home', title: 'Home' },
  ],
  criteria: [
    { id: 'fun', title: 'Fun', weight: 3, scale: 3 },
    { id: 'cost', title: 'Cost', weight: 1, scale: 3 },
  ],
  questions: [
    { ...yesNo('swim'), text: 'Does everybody swim?' },
    { ...single('budget', 'tight', 'ample'), text: 'What may it cost?' },
    { ...multiple('gear', 'boots', 'boat', 'none!'), text: 'What do you own?' },
    { ...number('days', 0, 30), text: 'How many days are there?' },
  ],
  rules: [
    rule('swimmers', yes('swim'), { sea: 3, hills: -1 }, { criterion: 'fun', because: 'Swimmers like the sea.' }),
    rule('dry', { question: 'swim', is: false }, { hills: 2 }, { criterion: 'fun', because: 'Hills are dry.' }),
    rule(
      'tight',
      { question: 'budget', is: 'tight' },
      { home: 3, sea: -2 },
      { criterion: 'cost', because: 'Home costs nothing.' },
    ),
    rule(
      'boots',
      { question: 'gear', has: 'boots' },
      { hills: 2 },
      { criterion: 'fun', because: 'Boots want hills.', opens: 'hut' },
    ),
    rule('long', { question: 'days', atLeast: 14 }, { hills: 0.5 }, { criterion: 'cost', because: 'Huts are cheap for long.' }),
  ],
  gates: [
    gate('ill', 'sea', { question: 'days', atMost: 1 }, { because: 'The sea is too far for a day.' }),
    gate('ill-hills', 'hills', { question: 'days', atMost: 1 }, { because: 'So are the hills.' }),
    gate('evicted', 'home', { question: 'gear', has: 'none' }, { because: 'There is no home.' }),
  ],
  prerequisites: [
    { id: 'lessons', for: ['sea'], when: yes('swim'), title: 'Book lessons', text: 'Two will do.' },
    { id: 'towels', for: ['sea'], when: yes('swim'), title: 'Pack towels' },
  ],
});

describe('the headline', () => {
  it.each<[string, RawAnswers]>([
    ['The sea leads Home by 38 points.', { swim: true }],
    ['The sea leads Home by 17 points.', { swim: true, budget: 'tight' }],
    ['The hills – in a hut leads The sea by 25 points.', { gear: ['boots'] }],
    ['Home: the answers rule out everything else.', { days: 1, swim: true }],
    ['No recommendation: the answers rule out every alternative.', { days: 1, swim: true, gear: ['none'] }],
    ['No recommendation yet: nothing in the answers speaks for or against an alternative.', {}],
  ])('says "%s"', (headline, answers) => {
    expect(evaluated(holiday, answers).outcome.headline).toBe(headline);
    expect(evaluated(holiday, answers).brief?.headline).toBe(headline);
  });

  it('names both where they are too close to call', () => {
    const { outcome } = evaluated(holiday, { days: 14 });
    expect(outcome.verdict).toBe('too-close');
    expect(outcome.headline).toMatch(/^The hills and The sea are too close to call: 2 points apart\.$/);
  });
});

describe('the brief', () => {
  it('gives the two strongest reasons either way in the model’s words', () => {
    const { brief } = evaluated(holiday, { swim: true, budget: 'tight', gear: ['boots'] });
    expect(brief?.headline).toBe('The sea leads The hills by 17 points.');
    expect(brief?.for).toEqual(['Swimmers like the sea.']);
    expect(brief?.against).toEqual(['Boots want hills.', 'Home costs nothing.']);
  });

  it('says what would change it, in the texts of questions and choices', () => {
    const { brief } = evaluated(holiday, { swim: true, budget: 'tight', gear: ['boots'] });
    expect(brief?.change[0]).toBe('The hills would be recommended if “Does everybody swim?” were answered “no”.');
    expect(brief?.change.join(' ')).toContain('Home would be recommended if ');
    expect(brief?.change.join(' ')).toMatch(/would be recommended if “(Fun|Cost)” counted \d+ % instead of (75|25) %\.$/);
  });

  it('calls an empty set none of these', () => {
    const gates = [gate('shut', 'sea', { not: { question: 'gear', hasAny: ['boots', 'boat', 'none'] } })];
    const questions = holiday.questions.map((question) => ({ ...question, changeable: question.id === 'gear' }));
    const { brief } = evaluated({ ...holiday, questions, gates }, { swim: true, gear: ['boat'] });
    expect(brief?.change).toContain('Home would be recommended if “What do you own?” were answered “none of these”.');
  });

  it('says what to prepare first', () => {
    expect(evaluated(holiday, { swim: true }).brief?.prepare).toEqual(['Book lessons: Two will do.', 'Pack towels.']);
    expect(evaluated(holiday, { swim: false }).brief?.prepare).toEqual([]);
  });

  it('gives as reasons only what rules say that fired', () => {
    const answers = { swim: false, budget: 'tight', days: 20, gear: ['boots'] };
    const { brief, rationale = [] } = evaluated(holiday, answers);
    const said = rationale.map(({ because }) => because);
    expect([...(brief?.for ?? []), ...(brief?.against ?? [])].filter((sentence) => !said.includes(sentence))).toEqual([]);
    expect(brief?.for).toEqual(['Boots want hills.', 'Hills are dry.']);
  });
});

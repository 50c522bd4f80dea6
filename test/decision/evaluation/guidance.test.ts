import { describe, expect, it } from '@jest/globals';
import type { PlanStep, Prerequisite, Risk } from '../../../src/decision/model/document.ts';
import { evaluated } from '../evaluated.ts';
import { modelOf, rule, yes, yesNo } from '../model-notation.ts';
import type { RawAnswers } from '../reference-condition.ts';

const prerequisites: readonly Prerequisite[] = [
  { id: 'learn', for: ['a', 'b'], when: yes('p'), title: 'Learn' },
  {
    id: 'hire',
    for: ['b'],
    when: yes('q'),
    blocking: true,
    title: 'Hire',
    text: 'Two people.',
    because: 'Nobody is there.',
    sources: ['book'],
  },
];
const plans: readonly PlanStep[] = [
  { for: 'a', title: 'Begin with a' },
  { for: 'b', title: 'Begin with b', text: 'Slowly.', sources: ['book', 'rumour'] },
  { for: 'b', variant: 'late', title: 'Wait' },
  { for: 'b', variant: 'early', title: 'Hurry' },
  { for: 'b', when: yes('q'), title: 'Only with q' },
];
const risks: readonly Risk[] = [
  { for: 'b', variant: 'late', risk: 'Too late', mitigation: 'Look at the clock' },
  { for: 'b', when: { not: yes('q') }, risk: 'No q', mitigation: 'Get q' },
];
const model = modelOf({
  alternatives: [
    { id: 'a', title: 'Ada' },
    {
      id: 'b',
      title: 'Bob',
      variants: [
        { id: 'early', title: 'Early' },
        { id: 'late', title: 'Late' },
      ],
    },
    { id: 'c', title: 'Cleo' },
  ],
  questions: ['p', 'q'].map(yesNo),
  rules: [rule('for-b', { any: [yes('p'), yes('q')] }, { b: 3 }, { opens: 'late' })],
  prerequisites,
  plans,
  risks,
  sources: { book: { title: 'The book', url: 'https://example.org/book', grade: 'A' }, rumour: { title: 'A rumour' } },
});

/** Readiness of a, b and c. */
function readiness(answers: RawAnswers): readonly unknown[] {
  const { alternatives } = evaluated(model, answers);
  return ['a', 'b', 'c'].map((id) => alternatives.find((one) => one.id === id)?.readiness);
}

describe('readiness', () => {
  it('asks for preparation while a prerequisite holds, and says not yet while a blocking one does', () => {
    expect(readiness({ p: false, q: false })).toEqual(['ready', 'ready', 'ready']);
    expect(readiness({ p: true, q: false })).toEqual(['prepare-first', 'prepare-first', 'ready']);
    expect(readiness({ p: true, q: true })).toEqual(['prepare-first', 'not-yet', 'ready']);
  });

  it('takes nothing for missing that is not known to be', () => {
    expect(readiness({})).toEqual(['ready', 'ready', 'ready']);
  });

  it('never changes the ranking', () => {
    expect(evaluated(model, { p: true, q: true }).outcome.recommended).toBe('b');
  });
});

describe('guidance', () => {
  it('lists what to prepare for the recommended alternative, what blocks first', () => {
    expect(evaluated(model, { p: true, q: true }).prerequisites).toEqual([
      {
        id: 'hire',
        title: 'Hire',
        text: 'Two people.',
        because: 'Nobody is there.',
        blocking: true,
        sources: [{ title: 'The book', url: 'https://example.org/book' }],
      },
      { id: 'learn', title: 'Learn', blocking: false, sources: [] },
    ]);
  });

  it('plans the road to the recommended alternative in its variant', () => {
    expect(evaluated(model, { p: true }).plan).toEqual([
      {
        title: 'Begin with b',
        text: 'Slowly.',
        sources: [{ title: 'The book', url: 'https://example.org/book' }, { title: 'A rumour' }],
      },
      { title: 'Wait', sources: [] },
    ]);
    expect(evaluated(model, { q: true }).plan?.map(({ title }) => title)).toEqual(['Begin with b', 'Wait', 'Only with q']);
  });

  it('warns of the risks on that road', () => {
    expect(evaluated(model, { p: true, q: false }).risks).toEqual([
      { risk: 'Too late', mitigation: 'Look at the clock', sources: [] },
      { risk: 'No q', mitigation: 'Get q', sources: [] },
    ]);
  });

  it('is empty without a recommendation', () => {
    expect(evaluated(model)).toMatchObject({ prerequisites: [], plan: [], risks: [] });
  });
});

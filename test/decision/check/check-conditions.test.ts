import { describe, expect, it } from '@jest/globals';
import { travelFindings } from './travel-model.ts';

describe('tests', () => {
  it.each<[on: string, when: object, tests: readonly string[]]>([
    ['a boolean', { question: 'hurry', has: 'x', atLeast: 1 }, ['has', 'atLeast']],
    ['a boolean', { question: 'hurry', is: 'yes' }, ['is']],
    ['a boolean', { question: 'hurry', in: [true, 'no'] }, ['in/1']],
    ['a single choice', { question: 'ticket', has: 'cheap', countAtMost: 1 }, ['has', 'countAtMost']],
    ['a set', { question: 'bags', is: 'skis', in: ['skis'] }, ['is', 'in']],
    ['a number', { question: 'hours', is: '5', countAtLeast: 1 }, ['is', 'countAtLeast']],
  ])('on %s must fit: %j', (_, when, tests) => {
    expect(travelFindings({ '/rules/0/when': when })).toEqual(tests.map((test) => `error /rules/0/when/${test} wrong-test`));
  });

  it('name a choice where a truth is of no use', () => {
    expect(travelFindings({ '/rules/1/when/is': true })).toEqual(['error /rules/1/when/is unknown-choice']);
  });
});

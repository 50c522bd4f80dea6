import { describe, expect, it } from '@jest/globals';
import { rule, yes, yesNo } from '../model-notation.ts';
import type { Changes } from './changed.ts';
import { travelFindings } from './travel-model.ts';

describe('a warning', () => {
  it.each<[of: string, finding: string, changes: Changes]>([
    ['a question that nothing reads', '/questions/5 unread-question', { '/questions/-': yesNo('idle') }],
    [
      'a retired question that something reads',
      '/questions/5 retired-question-read',
      { '/questions/-': { ...yesNo('old'), retired: true }, '/rules/0/when': { any: [yes('hurry'), yes('old')] } },
    ],

    [
      'a choice that nothing reads',
      '/questions/1/choices/2 unread-choice',
      { '/questions/1/choices/-': { id: 'free', text: 'Free' } },
    ],
    [
      'a criterion without rules',
      '/criteria/2 criterion-without-rules',
      { '/criteria/-': { id: 'fun', title: 'Fun', weight: 0, scale: 6 } },
    ],
    ['a rule without effect', '/rules/4 rule-without-effect', { '/rules/4/points': { bus: 0 } }],
    ['a fact that nothing uses', '/facts/idle unused-fact', { '/facts/idle': yes('hurry') }],
    [
      'a rule that cannot fire',
      '/rules/5/when cannot-fire',
      { '/rules/-': rule('never', { all: [yes('hurry'), { question: 'hurry', is: false }] }, { bus: 1 }, { criterion: 'time' }) },
    ],
    [
      'a gate that cannot fire',
      '/gates/0/when cannot-fire',
      { '/gates/0/when': { question: 'bags', hasAll: ['skis', 'trunk'], countAtMost: 1 } },
    ],
    [
      'a prerequisite that cannot hold',
      '/prerequisites/0/when cannot-fire',
      { '/prerequisites/0/when': { question: 'hours', atLeast: 21 } },
    ],
    [
      'a contradiction that cannot arise',
      '/contradictions/0/when cannot-fire',
      { '/contradictions/0/when': { all: [yes('sleep'), { question: 'hours', atMost: 7 }] } },
    ],
    [
      'a step that cannot be taken',
      '/plans/0/when cannot-fire',
      { '/plans/0/when': { question: 'bags', hasAll: ['skis', 'nothing'] } },
    ],
    ['a risk that cannot arise', '/risks/0/when cannot-fire', { '/risks/0/when': { question: 'bags', countAtLeast: 3 } }],
    [
      'an alternative that never wins',
      '/alternatives/2 never-wins',
      { '/alternatives/-': { id: 'boat', title: 'Boat', needsVariant: true, variants: [{ id: 'by-sea', title: 'By sea' }] } },
    ],
  ])('is given of %s', (_, finding, changes) => {
    expect(travelFindings(changes)).toEqual([`warning ${finding}`]);
  });

  it('is not given of a neutral choice, or of a retired question that nothing reads', () => {
    expect(
      travelFindings({
        '/questions/1/choices/-': { id: 'free', text: 'Free', neutral: true },
        '/questions/-': { ...yesNo('old'), retired: true },
      }),
    ).toEqual([]);
  });

  it('waits until there are no errors', () => {
    expect(travelFindings({ '/questions/-': yesNo('idle'), '/rules/0/criterion': 'nowhere' })).toEqual([
      'error /rules/0/criterion unknown-criterion',
    ]);
  });

  it('stands beside an example that fails', () => {
    expect(travelFindings({ '/questions/-': yesNo('idle'), '/examples/0/expect/recommended': 'bus' })).toEqual([
      'error /examples/0/expect/recommended example-fails',
      'warning /questions/5 unread-question',
    ]);
  });
});

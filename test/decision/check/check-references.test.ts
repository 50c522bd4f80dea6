import { describe, expect, it } from '@jest/globals';
import type { Changes } from './changed.ts';
import { TRAVEL, travelFindings } from './travel-model.ts';

describe('ids', () => {
  it.each<[path: string, changes: Changes]>([
    [
      '/alternatives/1/id',
      {
        '/alternatives/0/id': 'train',
        '/rules/0/points': {},
        '/rules/1/points': {},
        '/rules/4/points': {},
        '/gates/0/alternative': 'train',
        '/risks/0/for': 'train',
      },
    ],
    [
      '/criteria/1/id',
      {
        '/criteria/1/id': 'time',
        '/rules/1/criterion': 'time',
        '/rules/2/criterion': 'time',
        '/rules/4/criterion': 'time',
        '/questions/3/criteria': [],
      },
    ],
    ['/sections/1/id', { '/sections/-': { id: 'way', title: 'Again' } }],
    ['/questions/5/id', { '/questions/-': TRAVEL.questions[0] }],
    ['/questions/1/choices/2/id', { '/questions/1/choices/-': { id: 'cheap', text: 'Again' } }],
    ['/rules/5/id', { '/rules/-': TRAVEL.rules[0] }],
    ['/gates/1/id', { '/gates/-': TRAVEL.gates?.[0] }],
    ['/prerequisites/1/id', { '/prerequisites/-': TRAVEL.prerequisites?.[0] }],
    ['/contradictions/1/id', { '/contradictions/-': TRAVEL.contradictions?.[0] }],
    ['/alternatives/1/variants/2/id', { '/alternatives/1/variants/-': { id: 'by-day', title: 'Again' } }],
    ['/alternatives/1/variants/0/id', { '/alternatives/0/variants': [{ id: 'by-day', title: 'Elsewhere' }] }],
  ])('are refused at %s when they are there twice', (path, changes) => {
    expect(travelFindings(changes)).toEqual([`error ${path} duplicate-id`]);
  });

  it.each<[path: string, changes: Changes]>([
    ['/alternatives/2/id', { '/alternatives/-': { id: 'none', title: 'Stay' } }],
    ['/gates/0/id', { '/gates/0/id': 'no-variant' }],
  ])('are refused at %s when they are reserved words', (path, changes) => {
    expect(travelFindings(changes)).toEqual([`error ${path} reserved-id`]);
  });
});

describe('references', () => {
  it.each<[path: string, code: string, value?: unknown]>([
    ['/questions/0/section', 'unknown-section'],
    ['/questions/0/criteria/0', 'unknown-criterion'],
    ['/rules/0/criterion', 'unknown-criterion'],
    ['/rules/0/points/boat', 'unknown-alternative', 1],
    ['/rules/0/opens', 'unknown-variant'],
    ['/rules/0/sources/0', 'unknown-source'],
    ['/gates/0/alternative', 'unknown-alternative'],
    ['/gates/0/sources/0', 'unknown-source'],
    ['/prerequisites/0/for/0', 'unknown-alternative'],
    ['/prerequisites/0/sources/0', 'unknown-source'],
    ['/plans/0/variant', 'unknown-variant'],
    ['/plans/0/sources/0', 'unknown-source'],
    ['/risks/0/for', 'unknown-alternative'],
    ['/risks/0/sources/0', 'unknown-source'],
    ['/risks/0/variant', 'unknown-variant', 'by-day'],
    ['/questions/4/enabledWhen/fact', 'unknown-fact'],
    ['/rules/3/when/all/0/fact', 'unknown-fact'],
    ['/rules/0/when/question', 'unknown-question'],
    ['/facts/long/question', 'unknown-question'],
    ['/rules/1/when/is', 'unknown-choice'],
    ['/rules/2/when/in/0', 'unknown-choice'],
    ['/plans/0/when/has', 'unknown-choice'],
    ['/gates/0/when/hasAll/1', 'unknown-choice'],
    ['/rules/4/when/only/0', 'unknown-choice'],
  ])('that lead nowhere are refused at %s', (path, code, value = 'nowhere') => {
    expect(travelFindings({ [path]: value })).toEqual([`error ${path} ${code}`]);
  });

  it('to an alternative take those to its variants along', () => {
    expect(travelFindings({ '/plans/0/for': 'boat' })).toEqual([
      'error /plans/0/for unknown-alternative',
      'error /plans/0/variant unknown-variant',
    ]);
  });

  it('are not led astray by names that every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(travelFindings({ '/rules/3/when/all/0/fact': name, '/rules/0/sources/0': name })).toEqual([
        'error /rules/0/sources/0 unknown-source',
        'error /rules/3/when/all/0/fact unknown-fact',
      ]);
    }
  });
});

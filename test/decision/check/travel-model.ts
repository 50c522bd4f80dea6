import { checkModel } from '../../../src/decision/check/check-model.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { gate, modelOf, multiple, number, rule, single, yes, yesNo } from '../model-notation.ts';
import { type Changes, changed } from './changed.ts';

/** A small model of every part there is, in which a check finds nothing. */
export const TRAVEL: DecisionModel = modelOf({
  alternatives: [
    { id: 'bus', title: 'Bus' },
    {
      id: 'train',
      title: 'Train',
      needsVariant: true,
      variants: [
        { id: 'by-day', title: 'By day' },
        { id: 'by-night', title: 'By night' },
      ],
    },
  ],
  criteria: [
    { id: 'time', title: 'Time', weight: 2, scale: 6 },
    { id: 'cost', title: 'Cost', weight: 1, scale: 3 },
  ],
  sections: [{ id: 'way', title: 'The way' }],
  questions: [
    { ...yesNo('hurry'), section: 'way', criteria: ['time'] },
    single('ticket', 'cheap', 'dear'),
    multiple('bags', 'skis', 'trunk', 'nothing!'),
    { ...number('hours', 1, 20), criteria: ['time', 'cost'] },
    { ...yesNo('sleep'), enabledWhen: { fact: 'long' } },
  ],
  facts: { long: { question: 'hours', atLeast: 8 } },
  rules: [
    rule('train-is-fast', yes('hurry'), { train: 2, bus: -1 }, { criterion: 'time', opens: 'by-day', sources: ['timetable'] }),
    rule('bus-is-cheap', { question: 'ticket', is: 'cheap' }, { bus: 2 }, { criterion: 'cost' }),
    rule('train-is-dear', { question: 'ticket', in: ['dear'] }, { train: 1 }, { criterion: 'cost' }),
    rule('beds', { all: [{ fact: 'long' }, yes('sleep')] }, { train: 2 }, { criterion: 'time', opens: 'by-night' }),
    rule('light', { question: 'bags', only: ['nothing'] }, { bus: 1 }, { criterion: 'cost' }),
  ],
  gates: [gate('no-room', 'bus', { question: 'bags', hasAll: ['skis', 'trunk'] }, { sources: ['timetable'] })],
  prerequisites: [{ id: 'book', for: ['train'], when: { fact: 'long' }, title: 'Book a seat', sources: ['timetable'] }],
  contradictions: [{ id: 'slow-hurry', when: { all: [yes('hurry'), yes('sleep')] }, note: 'Who sleeps is in no hurry.' }],
  plans: [
    {
      for: 'train',
      variant: 'by-night',
      when: { question: 'bags', has: 'skis' },
      title: 'Ask about skis',
      sources: ['timetable'],
    },
  ],
  risks: [
    { for: 'bus', when: { question: 'hours', atMost: 20 }, risk: 'A jam', mitigation: 'Leave early', sources: ['timetable'] },
  ],
  sources: { timetable: { title: 'The timetable' } },
  examples: [
    {
      name: 'a long night',
      answers: { hours: 9, sleep: true },
      expect: { recommended: 'train', variant: 'by-night', minMargin: 10 },
    },
    {
      name: 'a small purse',
      answers: { ticket: 'cheap' },
      weights: { cost: 2 },
      expect: { recommended: 'bus', excluded: ['train'], verdict: 'leaning' },
    },
    { name: 'no idea', answers: {}, expect: { recommended: 'none', verdict: 'none' } },
  ],
});

/** `severity path code` of everything that a check finds in the model with some changes. */
export function travelFindings(changes: Changes): readonly string[] {
  return checkModel(changed(TRAVEL, changes)).map(({ severity, path, code }) => `${severity} ${path} ${code}`);
}

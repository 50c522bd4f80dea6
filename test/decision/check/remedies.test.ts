import { describe, expect, it } from '@jest/globals';
import { checkModel } from '../../../src/decision/check/check-model.ts';
import { rule, yes, yesNo } from '../model-notation.ts';
import { type Changes, changed } from './changed.ts';
import { TRAVEL } from './travel-model.ts';

/** What a check has to say about the model with some changes. */
function said(changes: Changes): readonly string[] {
  return checkModel(changed(TRAVEL, changes)).map(({ message }) => message);
}

describe('a finding says in words what is wrong and what to do', () => {
  it.each<[message: string, changes: Changes]>([
    ['There is no fact short; define it under facts.', { '/gates/0/when': { fact: 'short' } }],
    ['There is no question mood; correct the id or add the question.', { '/gates/0/when': yes('mood') }],
    [
      'bags is of type multiple; test it with has, hasAny, hasAll, only, countAtLeast, countAtMost.',
      { '/gates/0/when': { question: 'bags', is: 'skis' } },
    ],
    ['hurry is answered with true or false.', { '/gates/0/when': { question: 'hurry', is: 'yes' } }],
    ['ticket has no choice free; use one of cheap, dear.', { '/gates/0/when': { question: 'ticket', is: 'free' } }],
    ['There is no source map; use one of timetable.', { '/gates/0/sources': ['map'] }],
    [
      'There is no source map; there are none.',
      {
        '/sources': undefined,
        '/rules/0/sources': [],
        '/gates/0/sources': ['map'],
        '/prerequisites/0/sources': [],
        '/plans/0/sources': [],
        '/risks/0/sources': [],
      },
    ],
    ['There is no section end; use one of way.', { '/questions/0/section': 'end' }],
    ['There is no variant by-sea; use one of by-day, by-night.', { '/rules/0/opens': 'by-sea' }],
    ['The id cheap is taken already; give this one its own.', { '/questions/1/choices/-': { id: 'cheap', text: 'Again' } }],
    ['none is a reserved word; choose another id.', { '/alternatives/-': { id: 'none', title: 'Stay' } }],
    [
      'Facts go in a circle: long → far → long. Write one of them out.',
      { '/facts/long': { fact: 'far' }, '/facts/far': { any: [{ fact: 'long' }, yes('hurry')] } },
    ],
    [
      'Enabling conditions go in a circle: hours → sleep → hours. Let one of these questions always be asked.',
      { '/questions/3/enabledWhen': yes('sleep') },
    ],
    ['Give at least one criterion a weight above 0.', { '/criteria/0/weight': 0, '/criteria/1/weight': 0 }],
    ['min 21 is above max 20; swap them.', { '/questions/3/min': 21 }],
    ['Give it variants, or take needsVariant away.', { '/alternatives/0/needsVariant': true }],
    ['hurry is retired, so conditions that read it stay open for ever.', { '/questions/0/retired': true }],
    ['No condition reads idle; its answer changes nothing.', { '/questions/-': yesNo('idle') }],
    [
      'No condition reads the choice free; add a rule, or mark it neutral.',
      { '/questions/1/choices/-': { id: 'free', text: 'Free' } },
    ],
    [
      'No rule belongs to fun; its weight only dilutes the others.',
      { '/criteria/-': { id: 'fun', title: 'Fun', weight: 0, scale: 6 } },
    ],
    ['light gives no points and opens no variant.', { '/rules/4/points': { bus: 0 } }],
    ['Nothing refers to the fact idle.', { '/facts/idle': yes('hurry') }],
    [
      'No answers make this condition true, so the entry has no effect; correct the condition or take the entry out.',
      { '/prerequisites/0/when': { question: 'hours', atLeast: 21 } },
    ],
    [
      'boat was never recommended, in no example and for none of 2000 invented respondents.',
      { '/alternatives/-': { id: 'boat', title: 'Boat', needsVariant: true, variants: [{ id: 'by-sea', title: 'By sea' }] } },
    ],
    ['Example "a long night": expected by-day, got by-night.', { '/examples/0/expect/variant': 'by-day' }],
    ['Example "a small purse": expected by-day, got no variant.', { '/examples/1/expect/variant': 'by-day' }],
    ['Example "no idea": expected clear, got none.', { '/examples/2/expect/verdict': 'clear' }],
    [
      'Example "a long night": expected a margin of at least 12, got 11.11 (train 61.1, bus 50.0).',
      { '/examples/0/expect/minMargin': 12 },
    ],
    ['Example "a long night": expected bus to be out, it is not.', { '/examples/0/expect/excluded': ['bus'] }],
  ])('%s', (message, changes) => {
    expect(said(changes)).toContain(message);
  });
});

describe('an example', () => {
  it('may have the very margin that it expects at least', () => {
    expect(said({ '/rules/3/points': { train: 3 }, '/criteria/0/weight': 1, '/examples/0/expect/minMargin': 12.5 })).toEqual([]);
  });

  it('is too close when its margin is below the model’s, and not at it', () => {
    const near = { '/rules/3/points': { train: 3 }, '/criteria/0/weight': 1, '/examples/0/expect': { verdict: 'too-close' } };
    expect(said({ ...near, '/tieMargin': 12.6 })).toEqual([]);
    expect(said({ ...near, '/tieMargin': 12.5 })).toEqual(['Example "a long night": expected too-close, got leaning.']);
  });
});

describe('facts and choices', () => {
  it('are used by what enables a question alone, and by facts that are used', () => {
    expect(said({ '/rules/3/when': yes('sleep'), '/prerequisites/0/when': yes('sleep') })).toEqual([]);
    const chain = {
      '/facts/far': { question: 'hours', atLeast: 12 },
      '/facts/long': { any: [{ fact: 'far' }, { question: 'hours', atLeast: 8 }] },
    };
    expect(said(chain)).toEqual([]);
  });

  it('are read where only another question has a choice of that name', () => {
    const again = { '/questions/1/choices/-': { id: 'skis', text: 'With skis' } };
    expect(said(again)).toEqual(['No condition reads the choice skis; add a rule, or mark it neutral.']);
  });

  it('are not without effect where a rule gives points to one of several', () => {
    expect(said({ '/rules/4/points': { bus: 0, train: -1 } })).toEqual([]);
    expect(said({ '/rules/-': rule('still', yes('hurry'), {}, { criterion: 'time', opens: 'by-day' }) })).toEqual([]);
  });
});

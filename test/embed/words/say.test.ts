import { describe, expect, it } from '@jest/globals';
import { ASKING } from '../../../src/embed/words/asking.ts';
import { RESULT } from '../../../src/embed/words/result.ts';
import { createSay } from '../../../src/embed/words/say.ts';
import { SERVICE } from '../../../src/embed/words/service.ts';

describe('the phrases of the form', () => {
  it('have names of their own, so that none hides another', () => {
    const names = [ASKING, RESULT, SERVICE].flatMap((phrases) => Object.keys(phrases));
    expect(names).toEqual([...new Set(names)]);
  });

  it('count as the language counts', () => {
    const say = createSay('en');
    expect([say('left', { count: 1 }), say('left', { count: 1200 })]).toEqual(['1 question left', '1,200 questions left']);
  });

  it('give way to those of the page', () => {
    const say = createSay('de', { left: { one: 'noch {count} Frage', other: 'noch {count} Fragen' } });
    expect([say('left', { count: 2 }), say('back')]).toEqual(['noch 2 Fragen', 'Back']);
  });

  it('take a value as it is, also one that looks like a place for another', () => {
    expect(createSay('en')('landingKeptFor', { subject: '{count} <b>$&' })).toContain('{count} <b>$&');
  });
});

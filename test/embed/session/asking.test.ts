import { describe, expect, it } from '@jest/globals';
import { ApiFailure } from '../../../src/embed/api/api-failure.ts';
import { converse, STORED, storedTrip } from './conversation.ts';
import { createScriptedApi } from './scripted-api.ts';

describe('a conversation', () => {
  it('welcomes first and then asks the quick questions, section by section', async () => {
    const talk = await converse();
    expect(talk.session.state).toMatchObject({ stage: 'landing', depth: 'core', progress: 0, saving: 'off', canGoDeeper: true });
    talk.session.begin('core');
    expect(talk.session.state).toMatchObject({ stage: 'asking', page: 0, untouched: 2 });
    expect(talk.asked).toEqual(['budget']);
    talk.session.next();
    expect(talk.asked).toEqual(['far']);
    talk.session.back();
    expect(talk.asked).toEqual(['budget']);
  });

  it('brings up a question when it becomes enabled, and keeps what was said while it is not', async () => {
    const talk = await converse();
    talk.session.begin('core');
    talk.session.next();
    await talk.say('far', true);
    expect(talk.asked).toEqual(['far', 'snow']);
    expect(talk.session.state.appeared).toBe(1);
    await talk.say('snow', true);
    await talk.say('far', false);
    expect(talk.asked).toEqual(['far']);
    expect(talk.session.state.answers).toEqual({ far: false, snow: true });
    await talk.say('far', true);
    expect(talk.session.state).toMatchObject({ answers: { far: true, snow: true }, untouched: 1 });
  });

  it('takes an answer back without ever falling behind', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.say('budget', 'large');
    await talk.say('far', false);
    expect(talk.session.state.progress).toBe(1);
    await talk.say('far', undefined);
    await talk.say('far', true);
    expect(talk.session.state).toMatchObject({ progress: 1, untouched: 1 });
    expect(talk.states.map(({ progress }) => progress)).toEqual(talk.states.map(({ progress }) => progress).toSorted());
  });

  it('counts anew at a greater depth and goes to the first page with something untouched', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.say('budget', 'large');
    await talk.say('far', false);
    talk.session.next();
    talk.session.next();
    await talk.clock.pass(1000);
    expect(talk.session.state.stage).toBe('result');
    talk.session.goOn();
    expect(talk.session.state).toMatchObject({ stage: 'asking', depth: 'full', canGoDeeper: false });
    expect(talk.asked).toEqual(['budget', 'bags']);
    expect(talk.session.state.progress).toBeLessThan(1);
  });

  it('goes to a question, deeper where needed, and to what decides about it where it is not asked', async () => {
    const talk = await converse();
    talk.session.begin('core');
    talk.session.goTo('bags');
    expect([talk.session.state.depth, talk.asked]).toEqual(['full', ['budget', 'bags']]);
    talk.session.goTo('sleeper');
    expect(talk.asked).toEqual(['far']);
    talk.session.goTo('no-such-question');
    expect(talk.asked).toEqual(['far']);
  });

  it('says once that the result is decided, and again when that changes or was not so', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.say('budget', 'small');
    expect(talk.session.state.evaluation?.outcome.decided).toBe(true);
    talk.session.next();
    expect(talk.session.state.stage).toBe('decided');
    talk.session.back();
    talk.session.next();
    expect(talk.asked).toEqual(['far']);
    for (const answers of [['large'], [undefined, 'large']]) {
      for (const answer of answers) await talk.say('budget', answer);
      talk.session.next();
      expect(talk.session.state.stage).toBe('decided');
      talk.session.back();
    }
    talk.session.next();
    await talk.clock.pass(0);
    expect(talk.session.state.stage).toBe('result');
  });

  it('says nothing of a decision that a newer answer may have undone', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.say('budget', 'small');
    talk.session.answer('budget', 'large');
    talk.session.next();
    expect(talk.asked).toEqual(['far']);
  });

  it('keeps what the service refuses, and says why until something else is said', async () => {
    const talk = await converse({ subject: { ref: 'trip-9' } });
    talk.session.begin('core');
    await talk.say('budget', 'huge');
    expect(talk.session.state).toMatchObject({ answers: { budget: 'huge' }, failure: { kind: 'invalid' } });
    expect(talk.session.state.failure?.detail).toContain('There is no choice "huge"');
    await talk.say('budget', { notApplicable: 'no\nmoney\ud800' });
    expect(talk.session.state.answers).toEqual({ budget: { notApplicable: 'no money ' } });
    expect(talk.session.state).toMatchObject({ saving: 'saved', evaluating: false });
    expect(talk.session.state.failure).toBeUndefined();
  });

  it('begins with what is known already, and tells once what of it is wrong', async () => {
    const talk = await converse({ prefill: { budget: 'small', far: 'maybe', bags: { anyOf: [1, 77] }, 'a/b~1c': 1 } });
    expect(talk.session.state).toMatchObject({ stage: 'landing', answers: { budget: 'small' }, failure: { kind: 'invalid' } });
    expect(Object.keys(talk.session.state.answers)).toEqual(['budget']);
    talk.session.begin('core');
    expect(talk.session.state).toMatchObject({ page: 0, untouched: 1 });
    expect(talk.session.state.failure).toBeUndefined();
  });

  it('begins anew with what of that fits, without asking again', async () => {
    const talk = await converse({ prefill: { budget: 'small', far: 'maybe' } });
    const { progress } = talk.session.state;
    talk.session.begin('core');
    await talk.say('far', false);
    const before = talk.calls.length;
    talk.session.reset();
    expect(talk.session.state).toMatchObject({ stage: 'landing', answers: { budget: 'small' }, progress });
    expect(talk.session.state.evaluation).toBeUndefined();
    expect(talk.calls.slice(before)).toEqual([]);
  });

  it('begins without what is known where the service does not say what of it is wrong', async () => {
    const scripted = createScriptedApi();
    scripted.fail('evaluate', new ApiFailure({ kind: 'invalid', status: 400 }));
    const talk = await converse({ prefill: { budget: 'small' } }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'landing', answers: {}, failure: { kind: 'invalid' } });
  });

  it('does not begin while nobody can tell whether what is known fits', async () => {
    const scripted = createScriptedApi();
    scripted.fail('evaluate', new ApiFailure({ kind: 'offline' }));
    const talk = await converse({ prefill: { budget: 'small' } }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'failed', failure: { kind: 'offline' } });
    scripted.mend();
    await talk.session.load();
    expect(talk.session.state).toMatchObject({ stage: 'landing', answers: { budget: 'small' } });
  });

  it('begins with what is known where nobody may evaluate before it is stored', async () => {
    const scripted = createScriptedApi();
    scripted.fail('evaluate', new ApiFailure({ kind: 'forbidden', status: 403 }));
    const talk = await converse({ prefill: { budget: 'small' } }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'landing', answers: { budget: 'small' } });
    expect(talk.session.state.failure).toBeUndefined();
  });

  it('is not evaluated before anything is said', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.clock.pass(1000);
    expect(talk.calls).toEqual(['questionnaire']);
  });

  it('is evaluated as soon as there is something to ask and something said, wherever one comes from', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'small' });
    const known = { prefill: { budget: 'small' } } as const;
    const [resumed, begun, sent] = [
      await converse({ assessment: STORED }, { scripted }),
      await converse(known),
      await converse(known),
    ];
    begun.session.begin('core');
    sent.session.goTo('bags');
    for (const { clock, session } of [resumed, begun, sent]) {
      await clock.pass(0);
      expect(session.state).toMatchObject({ stage: 'asking', evaluating: false, evaluation: { outcome: { decided: true } } });
    }
  });

  it('goes on where a stored one was left, as deep as that was', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'large', bags: 2, past: 'then' });
    const talk = await converse({ assessment: STORED, prefill: { budget: 'small', far: false } }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'asking', depth: 'full', saving: 'saved' });
    expect(talk.session.state.answers).toEqual({ budget: 'large', bags: 2, past: 'then', far: false });
    expect(talk.session.state.evaluation?.outcome.recommended).toBe('plane');
  });

  it('welcomes to a stored one that has no answers', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, {});
    const talk = await converse({ assessment: STORED }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'landing', assessment: { id: STORED, revision: 1 } });
  });

  it('forgets what was said and begins anew without touching what is stored', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'large' });
    const talk = await converse({ assessment: STORED }, { scripted });
    talk.session.reset();
    expect(talk.session.state).toMatchObject({ stage: 'landing', answers: {}, progress: 0, saving: 'off' });
    expect(talk.session.state.assessment).toBeUndefined();
    talk.session.begin('core');
    await talk.say('budget', 'small');
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large' });
  });
});

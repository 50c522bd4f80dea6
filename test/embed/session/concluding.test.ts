import { describe, expect, it } from '@jest/globals';
import { ApiFailure } from '../../../src/embed/api/api-failure.ts';
import { changedByOther, converse, STORED, storedTrip } from './conversation.ts';
import { createScriptedApi } from './scripted-api.ts';

const OFFLINE = new ApiFailure({ kind: 'offline' });

describe('an evaluation', () => {
  it('follows the last of several answers and no other', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.clock.pass(1000);
    const before = talk.calls.length;
    talk.session.answer('budget', 'large');
    await talk.clock.pass(100);
    talk.session.answer('budget', 'small');
    expect(talk.session.state.evaluating).toBe(true);
    await talk.clock.pass(1000);
    expect(talk.calls.slice(before)).toEqual(['evaluate summary']);
    expect(talk.session.state).toMatchObject({ evaluating: false, evaluation: { outcome: { recommended: 'train' } } });
  });

  it('is asked for one at a time while weights move, and the newest is what stays', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.say('budget', 'small');
    await talk.session.showResult();
    const gate = talk.hold('evaluate');
    const before = talk.calls.length;
    for (const weight of [10, 20, 30]) {
      talk.session.weigh('cost', weight);
      await talk.clock.pass(1);
    }
    expect(talk.calls.slice(before)).toEqual(['evaluate full']);
    gate.release();
    await talk.clock.pass(1);
    expect(talk.calls.slice(before)).toEqual(['evaluate full', 'evaluate full']);
    expect(talk.session.state.evaluating).toBe(true);
    gate.releaseAll();
    await talk.clock.pass(1);
    const cost = talk.session.state.evaluation?.criteria?.find(({ id }) => id === 'cost');
    expect([cost?.weight, talk.session.state.evaluating]).toEqual([30, false]);
  });

  it('is repeated when the network is back', async () => {
    const talk = await converse();
    talk.session.begin('core');
    talk.fail('evaluate', OFFLINE);
    await talk.say('budget', 'small');
    expect(talk.session.state).toMatchObject({ evaluating: true, failure: { kind: 'offline' } });
    talk.mend();
    talk.clock.comeOnline();
    await talk.clock.pass(0);
    expect(talk.session.state.evaluation?.outcome.recommended).toBe('train');
    expect(talk.session.state.failure).toBeUndefined();
  });

  it('waits as long as the service asks, and tells of the failure once', async () => {
    const talk = await converse();
    talk.session.begin('core');
    talk.fail('evaluate', new ApiFailure({ kind: 'busy', status: 429, retryAfter: 60 }));
    await talk.say('budget', 'small');
    const before = talk.calls.length;
    await talk.clock.pass(50_000);
    expect(talk.calls.length).toBe(before);
    await talk.clock.pass(100_000);
    expect(talk.calls.length).toBe(before + 2);
    const failures = new Set(talk.states.flatMap(({ failure }) => (failure ? [failure] : [])));
    expect(failures.size).toBe(1);
  });
});

describe('a result', () => {
  it('is shown when it is explained in full, and not before', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.say('budget', 'small');
    talk.fail('evaluate', OFFLINE);
    await talk.session.showResult();
    expect(talk.session.state).toMatchObject({ stage: 'asking', failure: { kind: 'offline' } });
    talk.mend();
    await talk.session.showResult();
    expect(talk.session.state.stage).toBe('result');
    expect(talk.session.state.evaluation?.robustness).toBeDefined();
  });

  it('is not forced upon somebody who has gone on meanwhile', async () => {
    const talk = await converse();
    talk.session.begin('core');
    const gate = talk.hold('evaluate');
    const shown = talk.session.showResult();
    await talk.clock.pass(0);
    talk.session.next();
    gate.releaseAll();
    await shown;
    expect(talk.session.state.stage).toBe('asking');
  });

  it('never comes to nothing by weights of zero, and keeps to the bounds of a slider', async () => {
    const talk = await converse();
    talk.session.weigh('cost', 0);
    talk.session.weigh('time', 0);
    expect(talk.session.state.weights).toEqual({ cost: 0 });
    talk.session.weigh('time', 500);
    expect(talk.session.state.weights).toEqual({ cost: 0, time: 100 });
    talk.session.weigh('time', undefined);
    talk.session.weigh('beauty', 3);
    expect(talk.session.state.weights).toEqual({ cost: 0 });
    talk.session.weigh('cost', 3);
    expect(talk.session.state.weights).toEqual({});
  });
});

describe('a record', () => {
  it('makes an assessment for the subject where nothing was kept, and stays while it says what is shown', async () => {
    const talk = await converse();
    talk.session.begin('core');
    await talk.say('budget', 'small');
    await talk.session.showResult();
    await talk.session.record({ ref: 'trip-9' });
    const { assessment, recorded } = talk.session.state;
    expect(assessment).toMatchObject({ revision: 1, subject: { name: 'trip-9' } });
    expect(recorded).toBeDefined();
    talk.session.weigh('time', 9);
    expect(talk.session.state.recorded).toBeUndefined();
    talk.session.resetWeights();
    expect(talk.session.state.recorded).toEqual(recorded);
  });

  it('cannot be made of nobody', async () => {
    const talk = await converse();
    await talk.session.record();
    expect(talk.session.state).toMatchObject({ failure: { kind: 'invalid' }, saving: 'off' });
    expect(talk.calls).toEqual(['questionnaire']);
  });

  it('is not made twice when its reply is lost', async () => {
    const talk = await converse({ subject: { ref: 'trip-9' } });
    await talk.say('budget', 'small');
    talk.fail('record', OFFLINE, 'reply');
    await talk.session.record();
    expect(talk.session.state.failure).toEqual({ kind: 'offline' });
    talk.mend();
    await talk.session.record();
    const attempts = talk.calls.filter((call) => call.startsWith('record'));
    expect(attempts).toHaveLength(2);
    expect(new Set(attempts).size).toBe(1);
    expect(talk.session.state.recorded).toBeDefined();
  });

  it('is not made of answers that one has not seen', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'small' });
    const talk = await converse({ assessment: STORED }, { scripted });
    await talk.session.showResult();
    await changedByOther(talk, { answers: { far: true } });
    await talk.session.record();
    await talk.clock.pass(1000);
    expect(talk.session.state).toMatchObject({ arrived: 1, answers: { budget: 'small', far: true }, stage: 'result' });
    expect(talk.session.state.recorded).toBeUndefined();
    expect(talk.session.state.evaluation?.robustness).toBeDefined();
    await talk.session.record();
    expect(talk.session.state.recorded).toBeDefined();
  });

  it('is made all the same when another change left the answers as they are', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'small' });
    const talk = await converse({ assessment: STORED }, { scripted });
    await changedByOther(talk, { answers: { far: true } });
    await changedByOther(talk, { answers: { far: { remove: true } } });
    await talk.session.record();
    expect(talk.session.state.recorded).toBeDefined();
  });
});

describe('a conversation in which nothing may be changed', () => {
  it('shows what was recorded last, and writes nothing', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'small' });
    const { id, createdAt } = await scripted.api.record(STORED, { id: 'r', revision: 1 });
    const stored = scripted.all.get(STORED);
    await changedByOther(scripted, { answers: { far: true } });
    const latest = { ...(await scripted.api.assessment(STORED)), latestRecommendation: { id, createdAt } };
    const before = scripted.calls.length;
    const api = { ...scripted.api, assessment: async () => latest };
    const talk = await converse({ api, assessment: STORED, readonly: true, subject: { ref: 'x' } }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'result', answers: stored?.answers, recorded: { id }, saving: 'saved' });
    await talk.say('budget', 'large');
    talk.session.goOn();
    talk.session.weigh('time', 9);
    await talk.session.record({ ref: 'x' });
    await talk.clock.pass(5000);
    expect(talk.session.state).toMatchObject({ stage: 'result', answers: { budget: 'small' }, weights: { time: 9 } });
    expect(scripted.calls.slice(before)).toEqual(['questionnaire', 'recommendation', 'evaluate full']);
  });

  it('evaluates what is stored where nothing was recorded', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'small' });
    const talk = await converse({ assessment: STORED, readonly: true }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'result', evaluation: { outcome: { recommended: 'train' } } });
  });

  it('can be tried again after a failure', async () => {
    const scripted = createScriptedApi();
    await storedTrip(scripted, { budget: 'small' });
    scripted.fail('evaluate', OFFLINE);
    const talk = await converse({ assessment: STORED, readonly: true }, { scripted });
    expect(talk.session.state).toMatchObject({ stage: 'failed', failure: { kind: 'offline' } });
    scripted.mend();
    await talk.session.load();
    expect(talk.session.state.stage).toBe('result');
  });
});

import { describe, expect, it } from '@jest/globals';
import { ApiFailure } from '../../../src/embed/api/api-failure.ts';
import { changedByOther, converse, STORED, storedTrip } from './conversation.ts';
import { createScriptedApi } from './scripted-api.ts';

const OFFLINE = new ApiFailure({ kind: 'offline' });

async function resumed() {
  const scripted = createScriptedApi();
  await storedTrip(scripted, { budget: 'large' });
  return converse({ assessment: STORED }, { scripted });
}

describe('an assessment for a subject', () => {
  it('is created with the first answer, once, and grows with the next ones', async () => {
    const talk = await converse({ subject: { ref: 'trip-9', name: 'Holiday' } });
    talk.session.begin('core');
    await talk.clock.pass(5000);
    expect([talk.session.state.saving, talk.all.size]).toEqual(['saved', 0]);
    await talk.say('budget', 'large');
    await talk.say('far', null);
    expect([...talk.all.values()]).toMatchObject([
      { subject: { name: 'Holiday' }, answers: { budget: 'large', far: null }, revision: 2 },
    ]);
    expect(talk.session.state).toMatchObject({ saving: 'saved', assessment: { revision: 2 } });
  });

  it('is created once although the reply was lost, and has what was said since', async () => {
    const talk = await converse({ subject: { ref: 'trip-9' } });
    talk.fail('createAssessment', OFFLINE, 'reply');
    await talk.say('budget', 'large');
    expect(talk.session.state).toMatchObject({ saving: 'waiting', failure: { kind: 'offline' } });
    await talk.say('budget', 'small');
    talk.mend();
    talk.clock.comeOnline();
    await talk.clock.pass(1000);
    expect([...talk.all.values()]).toMatchObject([{ answers: { budget: 'small' } }]);
    expect(talk.session.state).toMatchObject({ saving: 'saved', clashes: [] });
  });
});

describe('what is said', () => {
  it('is stored answer by answer, and weights when they rest', async () => {
    const talk = await resumed();
    talk.session.answer('far', true);
    expect(talk.session.state.saving).toBe('saving');
    await talk.clock.pass(0);
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large', far: true });
    for (const weight of [4, 5, 6]) {
      talk.session.weigh('time', weight);
      await talk.clock.pass(300);
    }
    expect(talk.all.get(STORED)).toMatchObject({ weights: {}, revision: 2 });
    await talk.clock.pass(400);
    expect(talk.all.get(STORED)).toMatchObject({ weights: { time: 6 }, revision: 3 });
    await talk.say('budget', undefined);
    talk.session.resetWeights();
    await talk.clock.pass(1000);
    expect(talk.all.get(STORED)).toMatchObject({ answers: { far: true }, weights: {} });
  });

  it('goes together when it was said while a request was under way', async () => {
    const talk = await resumed();
    const gate = talk.hold('changeAssessment');
    await talk.say('far', true);
    await talk.say('snow', false);
    await talk.say('bags', 3);
    gate.releaseAll();
    await talk.clock.pass(0);
    expect(talk.calls.filter((call) => call === 'changeAssessment')).toHaveLength(2);
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large', far: true, snow: false, bags: 3 });
  });

  it('waits while the network is away, and tells so', async () => {
    const talk = await resumed();
    talk.fail('changeAssessment', OFFLINE);
    await talk.say('far', true);
    await talk.say('bags', 3);
    expect(talk.session.state).toMatchObject({ saving: 'waiting', answers: { budget: 'large', far: true, bags: 3 } });
    talk.mend();
    await talk.clock.pass(60_000);
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large', far: true, bags: 3 });
    expect(talk.session.state.saving).toBe('saved');
    expect(talk.session.state.failure).toBeUndefined();
  });

  it('is tried more and more rarely, but never given up', async () => {
    const talk = await resumed();
    talk.fail('changeAssessment', OFFLINE);
    await talk.say('far', true);
    const before = talk.calls.length;
    await talk.clock.pass(60_000);
    const first = talk.calls.length - before;
    await talk.clock.pass(540_000);
    const rest = talk.calls.length - before - first;
    expect(first).toBeGreaterThan(3);
    expect(first).toBeLessThan(8);
    expect(rest).toBeGreaterThan(15);
    expect(rest).toBeLessThan(40);
  });

  it('respects how long the service wants to be left alone, whatever else is said', async () => {
    const talk = await resumed();
    talk.fail('changeAssessment', new ApiFailure({ kind: 'busy', status: 503, retryAfter: 100 }));
    await talk.say('far', true);
    talk.mend();
    await talk.say('bags', 1);
    await talk.clock.pass(90_000);
    expect(talk.calls.filter((call) => call === 'changeAssessment')).toHaveLength(1);
    await talk.clock.pass(10_000);
    expect(talk.session.state.saving).toBe('saved');
  });

  it('stays here when it is refused, until something else is said', async () => {
    const talk = await resumed();
    talk.fail('changeAssessment', new ApiFailure({ kind: 'invalid', status: 422, detail: 'No.' }));
    await talk.say('far', true);
    expect(talk.session.state).toMatchObject({
      saving: 'refused',
      failure: { kind: 'invalid', detail: 'No.' },
      answers: { far: true },
    });
    expect(talk.clock.pending).toBe(0);
    talk.mend();
    await talk.say('bags', 1);
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large', far: true, bags: 1 });
  });

  it('stays here when the assessment is gone, which is told', async () => {
    const talk = await resumed();
    talk.fail('changeAssessment', new ApiFailure({ kind: 'not-found', status: 404 }));
    await talk.say('far', true);
    expect(talk.session.state).toMatchObject({
      saving: 'off',
      failure: { kind: 'not-found' },
      answers: { budget: 'large', far: true },
    });
    expect(talk.session.state.assessment).toBeUndefined();
    const before = talk.calls.length;
    await talk.say('bags', 1);
    expect(talk.calls.slice(before)).toEqual(['evaluate summary']);
  });

  it("is nobody else's once the form is closed", async () => {
    const talk = await resumed();
    talk.fail('changeAssessment', OFFLINE);
    await talk.say('far', true);
    talk.session.close();
    talk.mend();
    talk.clock.comeOnline();
    await talk.clock.pass(100_000);
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large' });
  });
});

describe('two people on one assessment', () => {
  it('see what the other answered, where they had not answered themselves', async () => {
    const talk = await resumed();
    await changedByOther(talk, { answers: { bags: 9, budget: { remove: true } } });
    await talk.say('far', true);
    expect(talk.session.state).toMatchObject({ answers: { far: true, bags: 9 }, arrived: 2, clashes: [], saving: 'saved' });
    expect(talk.all.get(STORED)?.answers).toEqual({ far: true, bags: 9 });
    await talk.say('far', false);
    expect(talk.session.state.arrived).toBe(0);
  });

  it('are both asked where they said different things, while the rest is stored', async () => {
    const talk = await resumed();
    await changedByOther(talk, { answers: { far: false } });
    talk.session.answer('bags', 2);
    await talk.say('far', true);
    expect(talk.session.state).toMatchObject({
      saving: 'conflict',
      clashes: [{ question: { id: 'far' }, mine: true, theirs: false }],
      answers: { far: true, bags: 2 },
    });
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large', far: false, bags: 2 });
    talk.session.settle('far', 'mine');
    await talk.clock.pass(1000);
    expect(talk.session.state).toMatchObject({ saving: 'saved', clashes: [] });
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large', far: true, bags: 2 });
  });

  it('settle for what the other said, or for nothing where the other took it back', async () => {
    const talk = await resumed();
    await changedByOther(talk, { answers: { budget: { remove: true } } });
    await talk.say('budget', 'small');
    expect(talk.session.state.clashes).toEqual([{ question: expect.objectContaining({ id: 'budget' }), mine: 'small' }]);
    talk.session.settle('budget', 'theirs');
    await talk.clock.pass(1000);
    expect(talk.session.state).toMatchObject({ saving: 'saved', answers: {}, clashes: [] });
    expect(talk.all.get(STORED)).toMatchObject({ answers: {}, revision: 2 });
  });

  it('agree by saying the same', async () => {
    const talk = await resumed();
    await changedByOther(talk, { answers: { far: false } });
    await talk.say('far', true);
    await talk.say('far', false);
    expect(talk.session.state).toMatchObject({ saving: 'saved', clashes: [] });
  });

  it('are asked about weights too', async () => {
    const talk = await resumed();
    await changedByOther(talk, { weights: { cost: 9 } });
    talk.session.weigh('cost', 5);
    await talk.clock.pass(1000);
    expect(talk.session.state.clashes).toMatchObject([{ question: { id: 'weights/cost', text: 'Cost' }, mine: 5, theirs: 9 }]);
    talk.session.settle('weights/cost', 'theirs');
    await talk.clock.pass(1000);
    expect(talk.session.state).toMatchObject({ weights: { cost: 9 }, saving: 'saved' });
  });

  it('do not clash with themselves when a reply is lost', async () => {
    const talk = await resumed();
    talk.fail('changeAssessment', OFFLINE, 'reply');
    await talk.say('far', true);
    await talk.say('far', false);
    talk.mend();
    await talk.clock.pass(60_000);
    expect(talk.session.state).toMatchObject({ saving: 'saved', clashes: [], arrived: 0 });
    expect(talk.all.get(STORED)?.answers).toEqual({ budget: 'large', far: false });
  });
});

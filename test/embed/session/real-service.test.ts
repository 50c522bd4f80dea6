import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AskedQuestion } from '../../../src/decision/answers/questionnaire.ts';
import { createHttpApi } from '../../../src/embed/api/http-api.ts';
import { createSession, type SessionWish } from '../../../src/embed/session/create-session.ts';
import type { Timing } from '../../../src/embed/session/running/timing.ts';
import type { Session } from '../../../src/embed/session/session.ts';
import type { SessionState, WireAnswer } from '../../../src/embed/session/session-state.ts';
import { type ServiceUnderTest, startService } from '../../api/service-under-test.ts';

let service: ServiceUnderTest;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.discard());

/** A tab of a browser with a form in it, whose network can be cut. */
function openTab(wish: Partial<SessionWish> = {}) {
  let isCut = false;
  const online = new EventTarget();
  // Pauses are over at once; only the network's coming back ends the wait after a failure.
  const timing: Timing = {
    after(milliseconds, callback) {
      const timer = milliseconds < 500 ? setTimeout(callback, 0) : undefined;
      return () => clearTimeout(timer);
    },
    random: () => 0,
    online,
  };
  const api = createHttpApi({
    base: service.url,
    lang: 'en',
    fetch: (address, init) => (isCut ? Promise.reject(new TypeError('Failed to fetch')) : fetch(address, init)),
  });
  const session = createSession({ api, model: 'delivery-approach', depth: 'core', timing, ...wish });
  return {
    session,
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
      online.dispatchEvent(new Event('online'));
    },
  };
}

/** Resolves to the first state, from now on, that is as wanted. */
function until(session: Session, holds: (state: SessionState) => boolean): Promise<SessionState> {
  if (holds(session.state)) return Promise.resolve(session.state);
  return new Promise((resolve) => {
    const stop = session.subscribe((state) => {
      if (!holds(state)) return;
      stop();
      resolve(state);
    });
  });
}

const isSaved = ({ saving }: SessionState) => saving === 'saved';

/** The first thing that one may say. */
function anyAnswer({ type, choices = [], min = 0 }: AskedQuestion): WireAnswer {
  if (type === 'boolean') return true;
  if (type === 'single') return choices[0]?.id ?? null;
  return type === 'multiple' ? choices.slice(0, 1).map(({ id }) => id) : min;
}

/** A question on the page that nobody has touched; answers may bring up more of them. */
function untouched({ pages, page, answers }: SessionState): AskedQuestion | undefined {
  return pages[page]?.questions.find(({ id }) => answers[id] === undefined);
}

async function stored(session: Session) {
  const { body } = await service.call('getAssessment', { params: { id: session.state.assessment?.id ?? '' } });
  return body;
}

describe('a session with the real service', () => {
  it('goes from the first question to a record that the service verifies', async () => {
    const { session } = openTab({ subject: { ref: 'component:default/shop', name: 'Shop', tags: ['retail'] } });
    await session.load();
    session.begin('core');
    while (session.state.stage !== 'result') {
      for (let next = untouched(session.state); next !== undefined; next = untouched(session.state)) {
        session.answer(next.id, anyAnswer(next));
      }
      await until(session, (state) => isSaved(state) && !state.evaluating);
      session.next();
      // Somebody who hears that all is decided may well go on.
      const { stage } = await until(session, ({ evaluating }) => !evaluating);
      if (stage === 'decided') session.back();
    }
    expect(session.state).toMatchObject({ stage: 'result', untouched: 0, progress: 1 });
    session.weigh('rollback', 50);
    await until(session, (state) => isSaved(state) && !state.evaluating);
    await session.record();
    const { recorded, answers, weights } = session.state;
    expect(await stored(session)).toMatchObject({ answers, weights, subject: { name: 'Shop' } });
    const { body } = await service.call('verifyRecommendation', { params: { id: recorded?.id ?? '' } });
    expect(body).toEqual({ reproducible: true, differences: [] });
    session.close();
  });

  it('loses nothing when the network is cut in the middle', async () => {
    const { session, cut, mend } = openTab({ subject: { ref: 'cut' } });
    await session.load();
    session.begin('full');
    const [first, second, third] = session.state.questionnaire?.questions ?? [];
    for (const question of [first, second, third]) {
      if (question !== undefined) session.answer(question.id, anyAnswer(question));
      if (question === first) await until(session, isSaved);
      cut();
    }
    await until(session, ({ saving }) => saving === 'waiting');
    expect(Object.keys((await stored(session)).answers)).toEqual([first?.id]);
    mend();
    await until(session, isSaved);
    expect((await stored(session)).answers).toEqual(session.state.answers);
    expect(Object.keys(session.state.answers)).toEqual([first?.id, second?.id, third?.id]);
    session.close();
  });

  it('shows a conflict of two tabs and overwrites neither', async () => {
    const first = openTab({ subject: { ref: 'two-tabs' } });
    await first.session.load();
    first.session.answer('drift-pain', 3);
    await until(first.session, isSaved);
    const assessment = first.session.state.assessment?.id ?? '';
    const second = openTab({ assessment });
    await second.session.load();
    expect(second.session.state).toMatchObject({ stage: 'asking', answers: { 'drift-pain': 3 } });
    first.session.answer('drift-pain', 5);
    await until(first.session, isSaved);
    second.session.answer('drift-pain', 1);
    const { clashes } = await until(second.session, ({ saving }) => saving === 'conflict');
    expect(clashes).toMatchObject([{ question: { id: 'drift-pain' }, mine: 1, theirs: 5 }]);
    expect((await stored(first.session)).answers).toEqual({ 'drift-pain': 5 });
    second.session.settle('drift-pain', 'mine');
    await until(second.session, isSaved);
    expect((await stored(first.session)).answers).toEqual({ 'drift-pain': 1 });
    first.session.close();
    second.session.close();
  });

  it('shows what was recorded to somebody who may change nothing', async () => {
    const author = openTab();
    await author.session.load();
    author.session.answer('drift-pain', 4);
    await author.session.record({ ref: 'to-read', name: 'Read <b>me</b>' });
    const { assessment, recorded } = author.session.state;
    author.session.answer('drift-pain', null);
    await until(author.session, isSaved);
    const reader = openTab({ assessment: assessment?.id ?? '', readonly: true });
    await reader.session.load();
    expect(reader.session.state).toMatchObject({ stage: 'result', recorded, answers: { 'drift-pain': 4 } });
    author.session.close();
    reader.session.close();
  });

  it('tells what is wrong when there is nothing to ask', async () => {
    const { session } = openTab({ model: 'no-such-model' });
    await session.load();
    expect(session.state).toMatchObject({ stage: 'failed', failure: { kind: 'not-found' } });
    const gone = openTab({ assessment: '01900000-0000-7000-8000-00000000dead' });
    await gone.session.load();
    expect(gone.session.state).toMatchObject({ stage: 'failed', failure: { kind: 'not-found' } });
    gone.cut();
    await gone.session.load();
    expect(gone.session.state).toMatchObject({ stage: 'failed', failure: { kind: 'offline' } });
  });
});

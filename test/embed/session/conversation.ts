import { createSession, type SessionWish } from '../../../src/embed/session/create-session.ts';
import type { Session } from '../../../src/embed/session/session.ts';
import type { SessionState, WireAnswer } from '../../../src/embed/session/session-state.ts';
import { createHandClock, type HandClock } from './hand-clock.ts';
import { createScriptedApi, type ScriptedApi } from './scripted-api.ts';

/** A session about the trip, with the service and the clock behind it. */
export interface Conversation extends ScriptedApi {
  readonly session: Session;
  readonly clock: HandClock;
  /** Every state there was. */
  readonly states: readonly SessionState[];
  /** Says something and lets what follows from it happen. */
  say(question: string, answer: WireAnswer | undefined): Promise<void>;
  /** Ids of the questions on the page that is shown. */
  readonly asked: readonly string[];
}

/** The id of the assessment that {@link storedTrip} makes. */
export const STORED = '01900000-0000-7000-8000-00000000000a';

/** A session that is loaded, with the service given or one of its own. */
export async function converse(
  wish: Partial<SessionWish> = {},
  { scripted = createScriptedApi(), clock = createHandClock() }: { scripted?: ScriptedApi; clock?: HandClock } = {},
): Promise<Conversation> {
  let ids = 0;
  const newId = () => `01900000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;
  const session = createSession({ api: scripted.api, model: 'trip', depth: 'core', timing: clock, newId, ...wish });
  const states: SessionState[] = [];
  session.subscribe((state) => states.push(state));
  await session.load();
  await clock.pass(1000);
  return {
    ...scripted,
    session,
    clock,
    states,
    async say(question, answer) {
      session.answer(question, answer);
      await clock.pass(1000);
    },
    get asked() {
      return session.state.pages[session.state.page]?.questions.map(({ id }) => id) ?? [];
    },
  };
}

/** Stores an assessment of the trip with these answers. */
export async function storedTrip(scripted: ScriptedApi, answers: Readonly<Record<string, WireAnswer>>): Promise<void> {
  await scripted.api.createAssessment({ id: STORED, subject: { ref: 'trip-1' }, model: 'trip', answers, weights: {} });
}

/** Somebody else's change of the stored trip. */
export async function changedByOther(
  { api }: Pick<ScriptedApi, 'api'>,
  change: { readonly answers?: Readonly<Record<string, unknown>>; readonly weights?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { revision } = await api.assessment(STORED);
  await api.changeAssessment(STORED, { revision, ...change });
}

import { uuidV7 } from '../api/uuid-v7.ts';
import { concluding } from './actions/concluding.ts';
import { loading } from './actions/loading.ts';
import { saying } from './actions/saying.ts';
import { travelling } from './actions/travelling.ts';
import { createDesk, type SessionNeeds } from './desk.ts';
import { browserTiming } from './running/timing.ts';
import type { Session } from './session.ts';

/** What a session needs; time, chance and ids are the browser's unless they are given. */
export type SessionWish = Omit<SessionNeeds, 'timing' | 'newId'> & Partial<Pick<SessionNeeds, 'timing' | 'newId'>>;

/** A conversation that is not loaded yet. */
export function createSession({ timing = browserTiming(), newId = uuidV7, ...wish }: SessionWish): Session {
  const desk = createDesk({ ...wish, timing, newId });
  const conclusion = concluding(desk);
  return {
    get state() {
      return desk.notebook.state;
    },
    subscribe: desk.notebook.subscribe,
    ...loading(desk),
    ...travelling(desk, conclusion.showResult),
    ...saying(desk),
    ...conclusion,
  };
}

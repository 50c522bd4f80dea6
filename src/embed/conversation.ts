import type { Api } from './api/api.ts';
import { createHttpApi } from './api/http-api.ts';
import { createSession, type SessionWish } from './session/create-session.ts';
import type { Session } from './session/session.ts';
import type { SessionState } from './session/session-state.ts';

/** One conversation with one service. */
export interface Conversation {
  readonly api: Api;
  readonly session: Session;
  close(): void;
}

/** What a conversation is opened with. */
export interface ConversationWish {
  /** The address of the service. */
  readonly home: string;
  /** BCP 47 tag of the language to be asked in. */
  readonly lang: string;
  readonly getToken: () => Promise<string | undefined> | undefined;
  readonly about: Omit<SessionWish, 'api'>;
  /** Called after every change. */
  readonly changed: (after: SessionState, before: SessionState) => void;
}

/** Opens a conversation and begins to load it. */
export function openConversation({ home, lang, getToken, about, changed }: ConversationWish): Conversation {
  const api = createHttpApi({ base: home, lang, getToken });
  const session = createSession({ ...about, api });
  const stop = session.subscribe(changed);
  void session.load();
  return {
    api,
    session,
    close() {
      stop();
      session.close();
    },
  };
}

import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/session-state.ts';
import type { Say } from '../words/say.ts';

/** What every part of the form is drawn from. Parts are functions of it and keep nothing to themselves. */
export interface View {
  readonly state: SessionState;
  readonly session: Session;
  readonly say: Say;
  /** BCP 47 tag for numbers and dates. */
  readonly lang: string;
  /** Whether the standing of the alternatives is shown while one answers. */
  readonly live: boolean;
  /** Keeps what belongs to this element alone, such as where a link to this result leads. */
  readonly keeping: Keeping;
}

/** What can be done with a result. Addresses are absent where there is none. */
export interface Keeping {
  /** A page on which this assessment opens again. */
  readonly link?: string | undefined;
  /** Fetches a written format of the recorded recommendation and gives it to the browser to save. */
  download(format: 'markdown' | 'html'): Promise<void>;
  print(): void;
  /** Resolves to whether the link is on the clipboard. */
  copyLink(): Promise<boolean>;
}

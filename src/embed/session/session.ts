import type { Depth } from '../../decision/answers/questionnaire.ts';
import type { SessionState, WireAnswer } from './session-state.ts';

/** The conversation: what the form can do, and the state that follows. Actions never throw; failures become state. */
export interface Session {
  readonly state: SessionState;
  /** Calls back after every change of the state; gives the way to stop that. */
  subscribe(listener: (after: SessionState, before: SessionState) => void): () => void;
  /** Loads questionnaire and assessment; again after a failure. */
  load(): Promise<void>;
  /** Leaves the landing state. */
  begin(depth: Depth): void;
  /** Answers a question, or takes the answer back with `undefined`. */
  answer(question: string, answer: WireAnswer | undefined): void;
  /** On to the next page, to the notice that all is decided, or to the result. */
  next(): void;
  back(): void;
  /** Shows the page of a question, at full depth where that is the only one that asks it. */
  goTo(question: string): void;
  /** From the notice or the result on to the questions that are still open, at full depth. */
  goOn(): void;
  showResult(): Promise<void>;
  /** Gives a criterion another weight (0 … 100), or the model's own with `undefined`. */
  weigh(criterion: string, weight: number | undefined): void;
  resetWeights(): void;
  /** Settles a clash. */
  settle(question: string, side: 'mine' | 'theirs'): void;
  /** Records the recommendation; where nothing is kept yet, an assessment is created for the subject first. */
  record(subject?: { readonly ref: string; readonly name?: string }): Promise<void>;
  /** Forgets what was said, here and not in an assessment, and begins anew. */
  reset(): void;
  /** Stops timers and requests; what was not stored is lost unless it is opened again. */
  close(): void;
}

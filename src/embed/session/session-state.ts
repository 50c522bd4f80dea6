import type { AnswerValue } from '../../decision/answers/answer.ts';
import type { AskedQuestion, Depth, Questionnaire } from '../../decision/answers/questionnaire.ts';
import type { Evaluation } from '../../decision/evaluation/evaluation.ts';
import type { Section } from '../../decision/model/question.ts';

/** An answer as the API writes it: a value, `null` for *unknown*, why it does not apply, or values still possible. */
export type WireAnswer = AnswerValue | null | { readonly notApplicable: string } | { readonly anyOf: readonly AnswerValue[] };

/** Answers by question id. */
export type WireAnswers = Readonly<Record<string, WireAnswer>>;

/** Weights of one's own by criterion id; the others are the model's. */
export type OwnWeights = Readonly<Record<string, number>>;

/** Where the conversation is. `decided` is shown once, when the open questions can no longer change the result. */
export type Stage = 'loading' | 'landing' | 'asking' | 'decided' | 'result' | 'failed';

/**
 * What becomes of what was said: nothing is kept outside the page (`off`), all of it is stored (`saved`), some is on its
 * way (`saving`), waits for the network (`waiting`), for somebody to settle a conflict (`conflict`), or for something else
 * to be said, as the service took none of it (`refused`; the failure tells why).
 */
export type Saving = 'off' | 'saved' | 'saving' | 'waiting' | 'conflict' | 'refused';

/** Questions that are shown together. */
export interface Page {
  readonly section?: Section | undefined;
  /** The place of the section among those that have something to ask, from 1; `of` is how many there are. */
  readonly place: number;
  readonly of: number;
  /** Those that the answers enable, in the author's order; never empty. */
  readonly questions: readonly AskedQuestion[];
}

/** A question that two people answered differently at the same time. An answer is absent where it was taken back. */
export interface Clash {
  readonly question: AskedQuestion;
  readonly mine?: WireAnswer | undefined;
  readonly theirs?: WireAnswer | undefined;
}

/** What went wrong, in terms of what one can do about it. */
export interface Failure {
  readonly kind: 'offline' | 'not-found' | 'expired' | 'forbidden' | 'invalid' | 'busy' | 'server';
  /** What the service said, if it said anything. */
  readonly detail?: string | undefined;
  /** Finds the request in the service's log. */
  readonly requestId?: string | undefined;
  /** Whether it keeps one from a result that one asked for. */
  readonly hinders?: true;
}

/** The assessment in which what was said is kept. */
export interface KeptAssessment {
  readonly id: string;
  readonly revision: number;
  readonly subject: { readonly ref: string; readonly name: string };
  /** Opens this assessment and nothing else; only where the form may do no more. */
  readonly token?: string | undefined;
}

/** Everything the form shows. It is replaced, never changed. */
export interface SessionState {
  readonly stage: Stage;
  /** At full depth; absent while loading and after a failure to load. */
  readonly questionnaire?: Questionnaire | undefined;
  readonly depth: Depth;
  /** Everything that was said, also to questions that other answers disabled since. */
  readonly answers: WireAnswers;
  readonly weights: OwnWeights;
  /** Only pages that have something to ask. */
  readonly pages: readonly Page[];
  /** Index of the page that is shown. */
  readonly page: number;
  /** The id of the question that one came to the page for, if it was one. */
  readonly sought?: string | undefined;
  /** 0 … 1 of this depth; never falls but for a new beginning or a greater depth. */
  readonly progress: number;
  /** How many enabled questions of this depth nobody has touched. */
  readonly untouched: number;
  /** Whether the depth can still be raised: there are questions that only the full questionnaire asks. */
  readonly canGoDeeper: boolean;
  /** The latest there is: `summary` while asking, `full` at the result. Absent before the first one. */
  readonly evaluation?: Evaluation | undefined;
  /** Whether answers or weights are newer than the evaluation. */
  readonly evaluating: boolean;
  readonly saving: Saving;
  readonly assessment?: KeptAssessment | undefined;
  /** Settled one by one; while there are any, the rest of what was said is stored all the same. */
  readonly clashes: readonly Clash[];
  /** How many answers of somebody else arrived with the last save. */
  readonly arrived: number;
  /** How many questions the last answer brought up, on this page or later ones. */
  readonly appeared: number;
  /** Why the stage is `failed`; at other stages what went wrong with the last request. */
  readonly failure?: Failure | undefined;
  /** The recommendation that was recorded from exactly what is shown. */
  readonly recorded?: { readonly id: string; readonly createdAt: string } | undefined;
  readonly readonly: boolean;
}

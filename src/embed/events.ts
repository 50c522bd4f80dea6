import type { Depth } from '../decision/answers/questionnaire.ts';
import type { Evaluation } from '../decision/evaluation/evaluation.ts';
import type { Failure, WireAnswer } from './session/session-state.ts';

/**
 * What the element tells its page, by the part of the event's name after `delivery-advisor:`. Events bubble and cross
 * shadow roots; none can be cancelled.
 */
export interface AdvisorEvents {
  /** The questionnaire is there. */
  readonly ready: { readonly model: string; readonly version: string; readonly questions: number };
  /** 0 … 1 of the questionnaire at this depth. */
  readonly progress: { readonly progress: number; readonly depth: Depth };
  /** Somebody answered, or took an answer back (`answer` absent). */
  readonly answer: { readonly question: string; readonly answer?: WireAnswer | undefined };
  /** All that was said is stored. */
  readonly saved: {
    readonly assessment: string;
    readonly revision: number;
    /** Opens the assessment again, given by `getToken`; only for forms that an embed key lets in. A secret of the visitor. */
    readonly token?: string | undefined;
  };
  /** The open questions can no longer change the result; once each time this becomes true. */
  readonly decided: { readonly recommended?: string | undefined; readonly idle: number };
  /** A result is shown, or was recorded (with `recommendation`, its id). */
  readonly recommendation: {
    readonly evaluation: Evaluation;
    readonly assessment?: string | undefined;
    readonly recommendation?: string | undefined;
  };
  readonly error: Failure;
  /** The height of the element in CSS pixels, whenever it changes. */
  readonly resize: { readonly height: number };
}

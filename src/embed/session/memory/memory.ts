import type { Depth } from '../../../decision/answers/questionnaire.ts';
import { TRUE } from '../../../decision/compile/truth.ts';
import type { Inputs } from '../../api/api.ts';
import type { Interview } from '../interview/interview.ts';
import { pagesOf, type ShownPage, sheetsOf } from '../interview/pages.ts';
import { progressOf } from '../interview/progress.ts';
import type { Keeping } from '../keeping/outbox.ts';
import type { Evaluated } from '../running/evaluator.ts';
import type { Failure, Stage } from '../session-state.ts';

/** What a session remembers. All that is shown follows from it. */
export interface Memory extends Inputs {
  readonly stage: Stage;
  readonly interview: Interview | undefined;
  readonly depth: Depth;
  /** Index of the sheet whose page is shown. */
  readonly sheet: number;
  /** The question that one came to the page for. */
  readonly sought: string | undefined;
  /** The furthest that progress has been at this depth, 0 … 1. */
  readonly progress: number;
  readonly appeared: number;
  readonly evaluated: Evaluated | undefined;
  readonly evaluating: boolean;
  /** The decided result that one has been told of, for as long as it is decided. */
  readonly told: string | undefined;
  readonly keeping: Keeping;
  readonly recorded: Recorded | undefined;
  /** What went wrong on its own account; gone with the next thing one does. */
  readonly trouble: Failure | undefined;
  /** Why there is no evaluation of what was said last. */
  readonly evaluationFailure: Failure | undefined;
  readonly readonly: boolean;
}

/** A recommendation that was recorded, with what it is of. */
export interface Recorded {
  readonly id: string;
  readonly createdAt: string;
  readonly inputs: Inputs;
}

/** Before anything is loaded. */
export function emptyMemory(depth: Depth, readonly: boolean): Memory {
  return {
    stage: 'loading',
    interview: undefined,
    depth,
    answers: {},
    weights: {},
    sheet: 0,
    sought: undefined,
    progress: 0,
    appeared: 0,
    evaluated: undefined,
    evaluating: false,
    told: undefined,
    keeping: { saving: 'off', held: new Map(), arrived: 0 },
    recorded: undefined,
    trouble: undefined,
    evaluationFailure: undefined,
    readonly,
  };
}

/** What one remembers after a change. Progress only rises, unless the change says where it is. */
export function changedMemory(memory: Memory, change: Partial<Memory>): Memory {
  const next = { ...memory, ...change };
  if (next.interview === undefined) return next;
  const { share } = progressOf(next.interview, next.depth, next.answers);
  return { ...next, progress: Math.max(next.progress, share) };
}

/** The pages that have something to ask. */
export function shownPages({ interview, depth, answers }: Memory): readonly ShownPage[] {
  if (interview === undefined) return [];
  const enabled = interview.enabling(answers);
  return pagesOf(sheetsOf(interview.questionnaire, depth), (id) => enabled(id) === TRUE);
}

/** Index of the page that is shown: the one of the sheet, or the last before it. */
export function pageIndex({ sheet }: Memory, pages: readonly ShownPage[]): number {
  return Math.max(
    0,
    pages.findLastIndex((page) => page.sheet <= sheet),
  );
}

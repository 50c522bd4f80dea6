import { TRUE } from '../../../decision/compile/conditions/truth.ts';
import type { Inputs } from '../../api/api.ts';
import type { SessionNeeds } from '../desk.ts';
import type { Interview } from '../interview/interview.ts';
import { pagesOf, type ShownPage, sheetsOf } from '../interview/pages.ts';
import type { Keeping } from '../keeping/outbox.ts';
import type { Evaluated } from '../running/evaluator.ts';
import type { Failure, SessionState } from '../session-state.ts';

/** What a session remembers. All that is shown follows from it. */
export interface Memory
  extends Inputs,
    Keeping,
    Pick<SessionState, 'stage' | 'depth' | 'sought' | 'progress' | 'appeared' | 'evaluating' | 'readonly'> {
  readonly interview?: Interview | undefined;
  /** Index of the sheet whose page is shown. */
  readonly sheet: number;
  readonly evaluated?: Evaluated | undefined;
  /** The decided result that one has been told of, for as long as it is decided. */
  readonly told?: string | undefined;
  readonly recorded?: Recorded | undefined;
  /** What went wrong on its own account; gone with the next thing one does. */
  readonly trouble?: Failure | undefined;
  /** Why there is no evaluation of what was said last. */
  readonly evaluationFailure?: Failure | undefined;
}

/** A recommendation that was recorded, with what it is of. */
export interface Recorded {
  readonly id: string;
  readonly createdAt: string;
  readonly inputs: Inputs;
}

/** Before anything is loaded. */
export function emptyMemory({ depth, readonly = false }: Pick<SessionNeeds, 'depth' | 'readonly'>): Memory {
  return {
    stage: 'loading',
    depth,
    answers: {},
    weights: {},
    sheet: 0,
    progress: 0,
    appeared: 0,
    evaluating: false,
    saving: 'off',
    held: new Map(),
    arrived: 0,
    readonly,
  };
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

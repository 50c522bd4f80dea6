import { hasCore } from '../interview/pages.ts';
import { progressOf } from '../interview/progress.ts';
import { sameInputs } from '../keeping/entries.ts';
import type { SessionState } from '../session-state.ts';
import { clashesOf } from './clashes.ts';
import { type Memory, pageIndex, shownPages } from './memory.ts';

/** What follows from what a session remembers. */
export function shownState(memory: Memory): SessionState {
  const { stage, depth, answers, weights, progress, appeared, evaluating, readonly, interview, keeping } = memory;
  const pages = shownPages(memory);
  return {
    stage,
    depth,
    answers,
    weights,
    pages: pages.map(({ page }) => page),
    page: pageIndex(memory, pages),
    progress,
    untouched: interview === undefined ? 0 : progressOf(interview, depth, answers).untouched,
    canGoDeeper: canGoDeeper(memory),
    evaluating,
    saving: keeping.saving,
    clashes: clashesOf(memory),
    arrived: keeping.arrived,
    appeared,
    readonly,
    ...whatThereIs(memory),
  };
}

/** The parts of the state that may be absent. */
function whatThereIs(memory: Memory): Partial<SessionState> {
  const { interview, evaluated, keeping, trouble, evaluationFailure, sought } = memory;
  const failure = trouble ?? keeping.failure ?? evaluationFailure;
  return {
    ...(interview && { questionnaire: interview.questionnaire }),
    ...(sought !== undefined && { sought }),
    ...(evaluated && { evaluation: evaluated.evaluation }),
    ...(keeping.assessment && { assessment: keeping.assessment }),
    ...(failure && { failure }),
    ...recorded(memory),
  };
}

/** The recommendation stays in sight only while it says what is shown; it comes back with that. */
function recorded({ recorded: record, ...inputs }: Memory): Pick<SessionState, 'recorded'> {
  if (record === undefined || !sameInputs(record.inputs, inputs)) return {};
  return { recorded: { id: record.id, createdAt: record.createdAt } };
}

function canGoDeeper({ interview, depth }: Memory): boolean {
  if (interview === undefined || depth === 'full' || !hasCore(interview.questionnaire)) return false;
  return interview.questionnaire.questions.some(({ core }) => !core);
}

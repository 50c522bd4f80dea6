import { questionsAt } from '../interview/pages.ts';
import { progressOf } from '../interview/progress.ts';
import { sameInputs } from '../keeping/entries.ts';
import type { SessionState } from '../session-state.ts';
import { clashesOf } from './clashes.ts';
import { type Memory, pageIndex, shownPages } from './memory.ts';

/** What is remembered, with what follows from it. Progress only rises above what is remembered of it. */
export function shownState(memory: Memory): SessionState {
  const { depth, answers, interview, recorded } = memory;
  const questionnaire = interview?.questionnaire;
  const pages = shownPages(memory);
  const { share, untouched } = interview ? progressOf(interview, depth, answers) : { share: 0, untouched: 0 };
  return {
    ...memory,
    questionnaire,
    pages: pages.map(({ page }) => page),
    page: pageIndex(memory, pages),
    progress: Math.max(memory.progress, share),
    untouched,
    canGoDeeper: questionnaire !== undefined && questionsAt(questionnaire, depth).length < questionnaire.questions.length,
    evaluation: memory.evaluated?.evaluation,
    clashes: clashesOf(memory),
    failure: memory.trouble ?? memory.storingFailure ?? memory.evaluationFailure,
    // A record stays in sight only while it says what is shown; it comes back with that.
    recorded: recorded && sameInputs(recorded.inputs, memory) ? recorded : undefined,
  };
}

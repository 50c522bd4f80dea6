import type { Depth } from '../../../decision/answers/questionnaire.ts';
import { TRUE } from '../../../decision/compile/conditions/truth.ts';
import { questionsAt, sheetsOf } from '../interview/pages.ts';
import { type Memory, shownPages } from '../memory/memory.ts';
import type { WireAnswer } from '../session-state.ts';

/** Another depth begins with a progress of its own. */
export function atDepth(memory: Memory, depth: Depth): Pick<Memory, 'depth' | 'progress'> {
  return { depth, progress: depth === memory.depth ? memory.progress : 0 };
}

/** Index of the sheet to go on with: the first with something untouched, else with something open, else the last. */
export function openSheet(memory: Memory): number {
  const pages = shownPages(memory);
  const withAny = (holds: (answer: WireAnswer | undefined) => boolean) =>
    pages.find(({ page }) => page.questions.some(({ id }) => holds(memory.answers[id])));
  const found = withAny((answer) => answer === undefined) ?? withAny(isOpen) ?? pages.at(-1);
  return found?.sheet ?? 0;
}

/** Whether an answer leaves open what is so. */
function isOpen(answer: WireAnswer | undefined): boolean {
  return answer === null || (typeof answer === 'object' && 'anyOf' in answer);
}

/** Where a question is asked; where the answers disable it, the question that decides about that. */
export function placeOf(memory: Memory, question: string): Pick<Memory, 'depth' | 'progress' | 'sheet' | 'sought'> | undefined {
  const { interview, answers } = memory;
  const asked = interview && deciding(question, interview.enabling(answers), interview.reads);
  if (interview === undefined || asked === undefined) return undefined;
  const isHere = questionsAt(interview.questionnaire, memory.depth).some(({ id }) => id === asked);
  const deep = atDepth(memory, isHere ? memory.depth : 'full');
  const sheet = sheetsOf(interview.questionnaire, deep.depth).findIndex(({ questions }) =>
    questions.some(({ id }) => id === asked),
  );
  return { ...deep, sheet, sought: asked };
}

function deciding(
  question: string,
  enabled: (question: string) => number,
  reads: (question: string) => readonly string[],
): string | undefined {
  if (enabled(question) === TRUE) return question;
  for (const read of reads(question)) {
    const found = deciding(read, enabled, reads);
    if (found !== undefined) return found;
  }
  return undefined;
}

import type { Depth } from '../../../decision/answers/questionnaire.ts';
import { POSSIBLE, TRUE } from '../../../decision/compile/conditions/truth.ts';
import type { WireAnswers } from '../session-state.ts';
import type { Interview } from './interview.ts';
import { questionsAt } from './pages.ts';

/** How far a depth has been gone through. */
export interface Progress {
  /** 0 … 1, and 1 exactly when nothing is untouched. */
  readonly share: number;
  /** How many questions are asked that nobody has touched. */
  readonly untouched: number;
}

/**
 * Progress counts from all the questions that might still be asked at the very beginning, so that neither a question
 * that comes up nor one that drops out sets it back.
 */
export function progressOf(interview: Interview, depth: Depth, answers: WireAnswers): Progress {
  const total = toCome(interview, depth, {}).length;
  const left = toCome(interview, depth, answers);
  const enabled = interview.enabling(answers);
  const untouched = left.filter((id) => enabled(id) === TRUE).length;
  return { share: 1 - left.length / Math.max(total, left.length, 1), untouched };
}

/** Questions nobody has touched that are asked, or may be once others that are still to come are answered. */
function toCome(interview: Interview, depth: Depth, answers: WireAnswers): readonly string[] {
  const ids = questionsAt(interview.questionnaire, depth).map(({ id }) => id);
  const inDepth = new Set(ids);
  const enabled = interview.enabling(answers);
  const known = new Map<string, boolean>();
  const comes = (id: string): boolean => {
    const truth = enabled(id);
    const open = inDepth.has(id) && !Object.hasOwn(answers, id);
    const result = known.get(id) ?? (open && (truth === TRUE || (truth === POSSIBLE && interview.reads(id).some(comes))));
    known.set(id, result);
    return result;
  };
  return ids.filter(comes);
}

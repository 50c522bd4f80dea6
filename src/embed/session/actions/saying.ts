import type { Desk, Pauses } from '../desk.ts';
import { sameValue } from '../keeping/entries.ts';
import { entryOfClash, HIGHEST_WEIGHT } from '../memory/clashes.ts';
import { type Memory, shownPages } from '../memory/memory.ts';
import type { Session } from '../session.ts';
import type { OwnWeights, WireAnswer } from '../session-state.ts';

/** An answer is stored at once, and evaluated when no other one follows it closely. */
const AFTER_ANSWER: Pauses = { evaluate: 150, store: 0 };
/** A slider that moves is evaluated as fast as that goes, and stored when it rests. */
const AFTER_WEIGHT: Pauses = { evaluate: 0, store: 400 };

/** What can be said. Nothing is, where nothing may be changed, but for weights: these can be tried there too. */
export function saying(desk: Desk): Pick<Session, 'answer' | 'weigh' | 'resetWeights' | 'settle'> {
  const { notebook } = desk;

  function setWeights(weights: OwnWeights): void {
    notebook.note({ weights, trouble: undefined });
    desk.said(AFTER_WEIGHT);
  }

  return {
    answer(question, answer) {
      const { memory } = notebook;
      if (memory.readonly || memory.interview === undefined) return;
      const given = withEntry(memory.answers, question, tidied(answer));
      if (sameValue(given[question], memory.answers[question])) return;
      notebook.note({ answers: given, appeared: appeared(memory, { ...memory, answers: given }), trouble: undefined });
      desk.said(AFTER_ANSWER);
    },

    weigh(criterion, weight) {
      const { interview, weights } = notebook.memory;
      const criteria = interview?.questionnaire.criteria ?? [];
      const usual = criteria.find(({ id }) => id === criterion)?.weight;
      if (usual === undefined) return;
      const given = (own: number | undefined) => withEntry(weights, criterion, own === usual ? undefined : own);
      const wanted = given(weight && Math.min(Math.max(weight, 0), HIGHEST_WEIGHT));
      // A criterion that is alone counts the same whatever its weight, and the service wants one above 0.
      setWeights(criteria.every((one) => (wanted[one.id] ?? one.weight) === 0) ? given(1) : wanted);
    },

    resetWeights: () => setWeights({}),

    settle(question, side) {
      desk.outbox.settle(entryOfClash(question), side);
    },
  };
}

/** Entries with one more or another one, or without the one where its value is `undefined`. */
function withEntry<T>(entries: Readonly<Record<string, T>>, id: string, value: T | undefined): Readonly<Record<string, T>> {
  const { [id]: _, ...others } = entries;
  return value === undefined ? others : { ...others, [id]: value };
}

/** Reasons may be pasted from anywhere; the service refuses control characters and halves of characters. */
function tidied(answer: WireAnswer | undefined): WireAnswer | undefined {
  if (typeof answer !== 'object' || answer === null || !('notApplicable' in answer)) return answer;
  return { notApplicable: answer.notApplicable.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ') };
}

/** How many questions an answer brought up. */
function appeared(before: Memory, after: Memory): number {
  const asked = (memory: Memory) => shownPages(memory).flatMap(({ page }) => page.questions.map(({ id }) => id));
  const known = new Set(asked(before));
  return asked(after).filter((id) => !known.has(id)).length;
}

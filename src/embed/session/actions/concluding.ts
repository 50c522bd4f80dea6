import type { ApiRecommendation } from '../../api/api.ts';
import { factsOf } from '../../api/api-failure.ts';
import type { Desk } from '../desk.ts';
import { sameInputs } from '../keeping/entries.ts';
import type { Memory } from '../memory/memory.ts';
import type { Session } from '../session.ts';
import type { KeptAssessment } from '../session-state.ts';

/** How a conversation comes to its result. */
export function concluding(desk: Desk): Pick<Session, 'showResult' | 'record'> {
  const { needs, notebook } = desk;
  /** One id for each revision, so that recording it again after a lost reply does not make a second record. */
  const ids: Record<string, string> = {};

  /** Undefined when somebody changed the assessment in between. */
  async function recorded({ id, revision }: KeptAssessment): Promise<ApiRecommendation | undefined> {
    const key = `${id} ${revision}`;
    ids[key] ??= needs.newId();
    try {
      return await needs.api.record(id, { id: ids[key], revision });
    } catch (error) {
      if (factsOf(error).status !== 412) throw error;
      return undefined;
    }
  }

  /** Records what is shown; gives up when that is no more what is stored, so that it can be looked at first. */
  async function record(): Promise<void> {
    const { outbox } = desk;
    const shown = notebook.memory;
    let stored = await outbox.save();
    while (stored && outbox === desk.outbox && sameInputs(shown, notebook.memory)) {
      const assessment = outbox.keeping.assessment;
      const recommendation = assessment && (await recorded(assessment));
      if (recommendation !== undefined) return notebook.note(recordOf(recommendation));
      stored = await outbox.refresh();
    }
  }

  return {
    async showResult() {
      const { stage, sheet, depth, interview } = notebook.memory;
      if (interview === undefined) return;
      if (!(await isEvaluatedInFull(desk))) return hinder(desk);
      const now = notebook.memory;
      if (now.stage === stage && now.sheet === sheet && now.depth === depth) notebook.note({ stage: 'result', appeared: 0 });
    },

    async record(subject = needs.subject) {
      const { readonly, interview, assessment } = notebook.memory;
      if (readonly || interview === undefined) return;
      notebook.note({ trouble: subject === undefined && assessment === undefined ? { kind: 'invalid' } : undefined });
      if (subject !== undefined) desk.outbox.keepFor(subject);
      try {
        await record();
      } catch (error) {
        notebook.note({ trouble: factsOf(error) });
      }
    },
  };
}

/** Evaluates what was said in full, unless that is done; resolves to whether it is. */
export async function isEvaluatedInFull(desk: Desk): Promise<boolean> {
  const { evaluator, notebook } = desk;
  while (evaluator.wants || notebook.memory.evaluated?.explain !== 'full') {
    if (!(await evaluator.wantNow('full'))) return false;
  }
  return true;
}

/** Says what keeps one from the result, until it is there. */
function hinder({ evaluator, notebook }: Desk): void {
  const { failure } = evaluator;
  if (failure !== undefined) notebook.note({ trouble: { ...failure, hinders: true } });
}

/** What a recommendation that was recorded makes one remember. */
export function recordOf({ id, createdAt, answers, weights }: ApiRecommendation): Pick<Memory, 'recorded'> {
  return { recorded: { id, createdAt, inputs: { answers, weights } } };
}

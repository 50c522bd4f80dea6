import type { ApiRecommendation } from '../../api/api.ts';
import { factsOf, shownFailure } from '../../api/api-failure.ts';
import type { Desk } from '../desk.ts';
import { emptyMemory, type Memory } from '../memory/memory.ts';
import type { Session } from '../session.ts';
import type { Failure } from '../session-state.ts';
import { isEvaluatedInFull, recordOf } from './concluding.ts';
import { type Opening, openingOf } from './opening.ts';
import { atDepth, openSheet } from './places.ts';

/** How a conversation begins, begins again and ends. */
export function loading(desk: Desk): Pick<Session, 'load' | 'reset' | 'close'> {
  const { needs, notebook } = desk;
  const isReadonly = needs.readonly === true;
  let [attempt, closed] = [0, false];

  async function load(): Promise<void> {
    const own = ++attempt;
    notebook.note({ stage: 'loading', trouble: undefined });
    try {
      const opening = await openingOf(needs);
      if (own !== attempt || closed) return;
      notebook.note(beginning(notebook.memory, opening));
      attend(desk, opening);
      if (isReadonly) await show(desk);
    } catch (error) {
      if (own === attempt && !closed) notebook.note({ stage: 'failed', trouble: shownFailure(factsOf(error)) });
    }
  }

  return {
    async load() {
      const { interview, stage } = notebook.memory;
      if (interview === undefined || stage === 'loading' || stage === 'failed') await load();
      else await tryAgain(desk);
    },
    reset() {
      const { interview } = notebook.memory;
      if (interview === undefined || isReadonly) return;
      desk.renew();
      const { answers, faults } = interview.check(needs.prefill ?? {});
      const opening = { interview, inputs: { answers, weights: {} }, faults };
      notebook.note(beginning(emptyMemory(needs.depth, isReadonly), opening));
      attend(desk, opening);
    },
    close() {
      closed = true;
      desk.close();
    },
  };
}

/** What is remembered at the beginning. What was stored is gone on with; otherwise one is welcomed first. */
function beginning(memory: Memory, { interview, inputs, assessment, recommendation, faults }: Opening): Memory {
  const started = { ...memory, ...inputs, interview, ...(faults.length > 0 && { trouble: invalid(faults) }) };
  if (recommendation !== undefined) return { ...started, ...resultOf(recommendation) };
  if (memory.readonly) return started;
  const stored = Object.keys(assessment?.answers ?? {});
  if (stored.length === 0) return { ...started, stage: 'landing' };
  const deep = interview.questionnaire.questions.some(({ id, core }) => !core && stored.includes(id));
  const resumed = { ...started, ...atDepth(started, deep ? 'full' : memory.depth) };
  return { ...resumed, stage: 'asking', sheet: openSheet(resumed) };
}

/** A recommendation as it was recorded, in the place of what has been said since. */
function resultOf(recommendation: ApiRecommendation): Partial<Memory> {
  const { answers, weights, evaluation } = recommendation;
  const evaluated = { inputs: { answers, weights }, explain: 'full', evaluation } as const;
  return { answers, weights, evaluated, ...recordOf(recommendation) };
}

function invalid(faults: readonly string[]): Failure {
  return { kind: 'invalid', detail: faults.join(' ') };
}

/** Lets what is said be stored, and evaluates what was said before. */
function attend({ needs: { subject }, notebook, outbox, evaluator, wish }: Desk, { assessment }: Opening): void {
  if (assessment !== undefined) outbox.open(assessment);
  else if (subject !== undefined && !notebook.memory.readonly) outbox.keepFor(subject);
  if (notebook.memory.stage === 'asking') evaluator.want(wish('summary'), 0);
}

/** Shows the result and nothing else. */
async function show(desk: Desk): Promise<void> {
  const shown = await isEvaluatedInFull(desk);
  desk.notebook.note({ stage: shown ? 'result' : 'failed' });
}

/** Repeats at once what failed. */
async function tryAgain({ notebook, outbox, evaluator }: Desk): Promise<void> {
  notebook.note({ trouble: undefined });
  await Promise.all([outbox.keeping.failure && outbox.save(), evaluator.failure && evaluator.retry()]);
}

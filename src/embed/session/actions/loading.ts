import type { ApiRecommendation } from '../../api/api.ts';
import { factsOf } from '../../api/api-failure.ts';
import type { Desk } from '../desk.ts';
import { emptyMemory, type Memory } from '../memory/memory.ts';
import type { Session } from '../session.ts';
import { isEvaluatedInFull, recordOf } from './concluding.ts';
import { type Opening, openingOf } from './opening.ts';
import { atDepth, openSheet } from './places.ts';

/** How a conversation begins, begins again and ends. */
export function loading(desk: Desk): Pick<Session, 'load' | 'reset' | 'close'> {
  const { needs, notebook } = desk;
  let opened: Opening | undefined;
  let attempt = 0;
  let closed = false;

  async function load(): Promise<void> {
    const own = ++attempt;
    const isOver = () => own !== attempt || closed;
    notebook.note({ stage: 'loading', trouble: undefined });
    try {
      const opening = await openingOf(needs);
      if (isOver()) return;
      opened = opening;
      open(desk, opening, notebook.memory);
      if (needs.readonly) notebook.note({ stage: (await isEvaluatedInFull(desk)) ? 'result' : 'failed' });
    } catch (error) {
      if (!isOver()) notebook.note({ stage: 'failed', trouble: factsOf(error) });
    }
  }

  return {
    async load() {
      if (opened === undefined || notebook.memory.stage === 'failed') await load();
      else await tryAgain(desk);
    },
    reset() {
      if (opened === undefined || needs.readonly) return;
      const { interview, answers } = opened;
      desk.renew();
      open(desk, { interview, answers }, emptyMemory(needs));
    },
    close() {
      closed = true;
      desk.close();
    },
  };
}

/** Remembers what there is, lets what is said be stored, and evaluates what was said before. */
function open({ needs: { subject }, notebook, outbox, evaluate }: Desk, opening: Opening, memory: Memory): void {
  const { assessment } = opening;
  notebook.note(beginning(memory, opening), memory);
  if (assessment !== undefined) outbox.open(assessment);
  else if (subject !== undefined && !notebook.memory.readonly) outbox.keepFor(subject);
  if (notebook.memory.stage === 'asking') evaluate(0);
}

/** What is remembered at the beginning. What was stored is gone on with; otherwise one is welcomed first. */
function beginning(memory: Memory, { interview, answers, trouble, assessment, recommendation }: Opening): Memory {
  const stored = assessment?.answers ?? {};
  const started = { ...memory, interview, trouble, answers: { ...answers, ...stored }, weights: assessment?.weights ?? {} };
  if (recommendation !== undefined) return { ...started, ...resultOf(recommendation) };
  if (memory.readonly) return started;
  if (Object.keys(stored).length === 0) return { ...started, stage: 'landing' };
  const deep = interview.questionnaire.questions.some(({ id, core }) => !core && Object.hasOwn(stored, id));
  const resumed = { ...started, ...atDepth(started, deep ? 'full' : memory.depth) };
  return { ...resumed, stage: 'asking', sheet: openSheet(resumed) };
}

/** A recommendation as it was recorded, in the place of what has been said since. */
function resultOf(recommendation: ApiRecommendation): Partial<Memory> {
  const { answers, weights, evaluation } = recommendation;
  return { answers, weights, evaluated: { explain: 'full', evaluation }, ...recordOf(recommendation) };
}

/** Repeats at once what failed. */
async function tryAgain({ notebook, outbox, evaluator }: Desk): Promise<void> {
  notebook.note({ trouble: undefined });
  await Promise.all([outbox.keeping.storingFailure && outbox.save(), evaluator.failure && evaluator.retry()]);
}

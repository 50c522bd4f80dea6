import type { Evaluation } from '../../../decision/evaluation/evaluation.ts';
import type { Failure } from '../session-state.ts';
import { createRunner } from './runner.ts';
import type { Timing } from './timing.ts';

/** How much of an evaluation is to be explained. */
export type Explained = 'summary' | 'full';

/** An evaluation with how much of it is explained. */
export interface Evaluated {
  readonly explain: Explained;
  readonly evaluation: Evaluation;
}

/** Keeps the evaluation up to date: one request at a time, and only the newest wish counts. */
export interface Evaluator {
  /** Whether a wish is open. */
  readonly wants: boolean;
  readonly failure: Failure | undefined;
  /** Evaluates after a pause (milliseconds) in which no other wish comes. */
  want(explain: Explained, pause: number): void;
  /** Evaluates at once; resolves to whether this, or what was wished since, is there. */
  wantNow(explain: Explained): Promise<boolean>;
  /** Repeats at once what failed. */
  retry(): Promise<void>;
  stop(): void;
}

/** What an evaluator works with. */
export interface EvaluatorNeeds {
  /** Evaluates what has been said by then. */
  readonly evaluate: (explain: Explained) => Promise<Evaluation>;
  readonly arrived: (evaluated: Evaluated) => void;
  readonly changed: () => void;
  readonly timing: Timing;
}

/** An evaluator without a wish. */
export function createEvaluator({ evaluate, arrived, changed, timing }: EvaluatorNeeds): Evaluator {
  let wanted: Pick<Evaluated, 'explain'> | undefined;
  let stopped = false;

  async function step(): Promise<boolean> {
    const wish = wanted;
    if (wish === undefined) return false;
    const evaluation = await evaluate(wish.explain);
    if (stopped) return false;
    if (wanted === wish) wanted = undefined;
    arrived({ ...wish, evaluation });
    return wanted !== undefined;
  }

  const runner = createRunner({ step, changed, timing });
  return {
    get wants() {
      return wanted !== undefined;
    },
    get failure() {
      return runner.failure;
    },
    want(explain, pause) {
      wanted = { explain };
      runner.soon(pause);
    },
    async wantNow(explain) {
      wanted = { explain };
      await runner.now();
      return !stopped && runner.failure === undefined;
    },
    retry: () => runner.now(),
    stop() {
      stopped = true;
      runner.stop();
    },
  };
}

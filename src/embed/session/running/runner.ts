import { type FailureFacts, factsOf, mayPass } from '../../api/api-failure.ts';
import { retryDelay } from './retry-delay.ts';
import type { Timing } from './timing.ts';

/** Carries out work one step at a time, never two at once, and again after failures that may pass. */
export interface Runner {
  /** Whether a step is underway or about to be. */
  readonly busy: boolean;
  /** Why the last step failed; absent after one that did not. */
  readonly failure: FailureFacts | undefined;
  /** Starts after a pause without another call; does not cut the wait after a failure short. */
  soon(milliseconds: number): void;
  /** Starts at once and resolves when nothing is left to do or a step has failed. */
  now(): Promise<void>;
  stop(): void;
}

/** What a runner works with. */
export interface RunnerNeeds {
  /** Does one piece of work; resolves to whether there may be more. */
  readonly step: () => Promise<boolean>;
  /** Called after `busy` or `failure` changed. */
  readonly changed: () => void;
  readonly timing: Timing;
}

/** A runner with nothing to do yet. */
export function createRunner({ step, changed, timing }: RunnerNeeds): Runner {
  let underway: Promise<void> | undefined;
  let again = false;
  let timer: { readonly forRetry: boolean; readonly cancel: () => void } | undefined;
  let failures = 0;
  let stopped = false;
  let failure: FailureFacts | undefined;

  const online = () => {
    if (timer?.forRetry) void runner.now();
  };

  function schedule(milliseconds: number, forRetry: boolean): void {
    timer?.cancel();
    timer = { forRetry, cancel: timing.after(milliseconds, () => void runner.now()) };
  }

  function fail(facts: FailureFacts): void {
    failures++;
    if (facts.kind !== failure?.kind || facts.detail !== failure.detail) failure = facts;
    if (mayPass(facts)) schedule(retryDelay(failures, timing.random(), facts.retryAfter), true);
  }

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        // What is asked for in the same moment is done together.
        await undefined;
        if (!stopped && (await step())) again = true;
        failures = 0;
        failure = undefined;
      } while (again && !stopped);
    } catch (error) {
      if (!stopped) fail(factsOf(error));
    } finally {
      underway = undefined;
      if (!stopped) changed();
    }
  }

  const runner: Runner = {
    get busy() {
      return underway !== undefined || timer?.forRetry === false;
    },
    get failure() {
      return failure;
    },
    soon(milliseconds) {
      if (stopped || timer?.forRetry) return;
      if (milliseconds === 0) void runner.now();
      else {
        schedule(milliseconds, false);
        changed();
      }
    },
    now() {
      timer?.cancel();
      timer = undefined;
      if (stopped) return Promise.resolve();
      again = true;
      underway ??= run();
      changed();
      return underway;
    },
    stop() {
      stopped = true;
      timer?.cancel();
      timing.online.removeEventListener('online', online);
    },
  };
  timing.online.addEventListener('online', online);
  return runner;
}

import type { Timing } from '../../../src/embed/session/running/timing.ts';

/** A clock that is moved by hand, and a network that comes back by hand. */
export interface HandClock extends Timing {
  /** Milliseconds since the beginning. */
  readonly now: number;
  /** Timers that are still to come. */
  readonly pending: number;
  /** Moves on, timer by timer; everything that follows from one happens before the next. */
  pass(milliseconds: number): Promise<void>;
  /** Moves on to the next timers until there are none; at most so many of them. */
  runOut(most?: number): Promise<void>;
  comeOnline(): void;
}

/** A clock at zero, whose chance is the middle unless it is given. */
export function createHandClock(random: () => number = () => 0.5): HandClock {
  let now = 0;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const online = new EventTarget();

  function next(until: number) {
    const [first] = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
    return first;
  }

  async function passTo(end: number, most = Number.POSITIVE_INFINITY): Promise<void> {
    await everythingHappened();
    for (let count = 0, timer = next(end); timer !== undefined && count < most; count++, timer = next(end)) {
      timers.delete(timer);
      now = timer.at;
      timer.callback();
      await everythingHappened();
    }
  }

  return {
    get now() {
      return now;
    },
    get pending() {
      return timers.size;
    },
    random,
    online,
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async pass(milliseconds) {
      const end = now + milliseconds;
      await passTo(end);
      now = end;
    },
    runOut: (most = 1000) => passTo(Number.POSITIVE_INFINITY, most),
    comeOnline: () => online.dispatchEvent(new Event('online')),
  };
}

/** Resolves when all that can happen without a timer has happened. */
export function everythingHappened(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

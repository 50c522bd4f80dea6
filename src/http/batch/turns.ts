/** Resolves when it is the turn of whoever asks. */
export type Turns = () => Promise<void>;

/**
 * Lets work that takes long go on piece by piece: one piece a round of the event loop, whoever's it is, so that requests that
 * arrive meanwhile wait for one piece and not for all.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  function next(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  }
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(next);
    });
}

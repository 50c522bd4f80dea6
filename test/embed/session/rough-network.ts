import { ApiFailure } from '../../../src/embed/api/api-failure.ts';
import type { HandClock } from './hand-clock.ts';

/**
 * What becomes of a request: it is carried out and answered; it never arrives; it is carried out but its reply never
 * arrives; it arrives when nobody waits for it any more; or it is turned away.
 */
export type Passage = 'fine' | 'request-lost' | 'reply-lost' | 'late' | 'busy';

/** Milliseconds each way, and after which nobody waits any more. */
const ONE_WAY = 10;
const PATIENCE = 50;
const LATE = 120;

/** Sends requests over a network on which each fares as the next passage says. */
export function roughNetwork(clock: HandClock, nextPassage: () => Passage) {
  const wait = (milliseconds: number) => new Promise<void>((resolve) => clock.after(milliseconds, resolve));
  return async <T>(carryOut: () => Promise<T>): Promise<T> => {
    const passage = nextPassage();
    if (passage === 'late') clock.after(LATE, () => void carryOut().catch(() => {}));
    await wait(ONE_WAY);
    if (passage === 'busy') throw new ApiFailure({ kind: 'busy', status: 429 });
    const outcome = passage === 'fine' || passage === 'reply-lost' ? carryOut() : undefined;
    outcome?.catch(() => {});
    await wait(passage === 'fine' ? ONE_WAY : PATIENCE);
    if (outcome === undefined || passage !== 'fine') throw new ApiFailure({ kind: 'offline' });
    return outcome;
  };
}

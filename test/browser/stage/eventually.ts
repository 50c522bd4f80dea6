import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 20_000;

/** Looks again and again until what is seen is right, and gives it; throws with what was seen last after 20 s. */
export async function eventually<Seen>(look: () => Seen | Promise<Seen>, isRight: (seen: Seen) => boolean): Promise<Seen> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (isRight(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(seen)} after ${PATIENCE} ms`);
    await pause(50);
  }
}

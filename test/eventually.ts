import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two tries. */
const PAUSE = 50;

/** The first success out of up to `tries`, or what the last one failed with. */
export async function eventually<T>(step: () => T | Promise<T>, tries = 20): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (tries <= 1) throw error;
    await setTimeout(PAUSE);
    return eventually(step, tries - 1);
  }
}

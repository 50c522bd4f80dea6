import type { BrowserContext } from 'playwright-core';
import type { AdvisorEvents } from '../../../src/embed/events.ts';

/** An event of an element, as its page heard it. */
export type Heard = {
  [Name in keyof AdvisorEvents]: {
    readonly name: Name;
    readonly detail: AdvisorEvents[Name];
    /** The `id` of the element that sent it. */
    readonly from: string;
  };
}[keyof AdvisorEvents];

const NAMES = ['ready', 'progress', 'answer', 'saved', 'decided', 'recommendation', 'error', 'resize'] as const;

/** Hears what elements tell the pages of a context, in its order. */
export async function listenIn(context: BrowserContext): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  await context.exposeFunction('hear', (event: Heard) => void heard.push(event));
  await context.addInitScript((names) => {
    const tell = (globalThis as unknown as { hear(event: object): void }).hear; // exposed above
    for (const name of names)
      document.addEventListener(`delivery-advisor:${name}`, (event) => {
        const from = event.target instanceof Element ? event.target.id : '';
        if (event instanceof CustomEvent) tell({ name, detail: event.detail, from });
      });
  }, NAMES);
  return heard;
}

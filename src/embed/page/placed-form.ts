import type { Announcement } from '../announcements.ts';
import type { DeliveryAdvisor } from '../delivery-advisor.ts';
import { assessmentIn, fragmentFor, type Settings, tokenIn } from './settings.ts';

/** What the element tells its page. `resize` is left out: pages of ours measure themselves. */
const EVENTS = ['ready', 'progress', 'answer', 'saved', 'decided', 'recommendation', 'error'] as const;

/**
 * Places the form on this page, as its address has it. The fragment follows the assessment in which answers are kept, so
 * that the address opens it again, and the other way round.
 *
 * @param home address of the service, relative to the page.
 */
export function placeForm(home: string, { attributes, context }: Settings): DeliveryAdvisor {
  // The file with the element's class is loaded before the page's own script.
  const form = document.createElement('delivery-advisor') as DeliveryAdvisor;
  for (const [name, value] of Object.entries({ api: home, ...attributes })) form.setAttribute(name, value);
  form.context = context;
  form.getToken = async () => tokenIn(location.hash);
  onEvent(form, ({ name, detail }) => {
    if (name !== 'saved' || detail.assessment === assessmentIn(location.hash)) return;
    history.replaceState(null, '', fragmentFor(detail.assessment, detail.token));
  });
  addEventListener('hashchange', () => {
    form.assessment = assessmentIn(location.hash);
  });
  document.querySelector('main')?.append(form);
  return form;
}

/** Listens to everything that the form tells. */
export function onEvent(form: DeliveryAdvisor, listener: (event: Announcement) => void): void {
  for (const name of EVENTS)
    form.addEventListener(`delivery-advisor:${name}`, (event) => {
      // The element dispatches its own events with these names, each with its detail.
      listener({ name, detail: (event as CustomEvent).detail } as Announcement);
    });
}

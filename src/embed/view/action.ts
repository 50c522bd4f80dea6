import { html, type TemplateResult } from 'lit/html.js';

/** A button that says what happens. */
export function action(words: string, run: (event: Event) => void, kind = ''): TemplateResult {
  return html`<button part="button" class=${kind} @click=${run}>${words}</button>`;
}

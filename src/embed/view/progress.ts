import { html, type TemplateResult } from 'lit/html.js';
import type { View } from './view.ts';

/** How far one has come: a thin bar that never runs backwards, and how many questions are left. */
export function progress({ say, state: { progress, untouched } }: View): TemplateResult {
  const left = untouched === 0 ? say('leftNone') : say('left', { count: untouched });
  return html`<div part="progress">
    <progress max="1" value=${progress} aria-label=${say('progress')}></progress>
    <p class="small muted left">${left}</p>
  </div>`;
}

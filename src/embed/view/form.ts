import { html, type TemplateResult } from 'lit/html.js';
import { asking } from './asking/asking.ts';
import { conflict } from './conflict.ts';
import { decided } from './decided.ts';
import { failed, failureNotice } from './failure.ts';
import { landing } from './landing.ts';
import { loading } from './loading.ts';
import { resultView } from './result/result.ts';
import { status } from './status.ts';
import type { View } from './view.ts';

/**
 * Everything the element shows. What a page turn brings into view has a heading marked `data-focus`, which can take
 * the focus; questions carry their id as `data-question`. The status region stays in place for as long as the form does.
 */
export function form(view: View): TemplateResult {
  return html`<div class="form" part="form">
    ${conflict(view)} ${failureNotice(view)}
    ${STAGES[view.state.stage](view)}
    ${status(view)}
  </div>`;
}

const STAGES: Readonly<Record<View['state']['stage'], (view: View) => TemplateResult>> = {
  loading,
  landing,
  asking,
  decided,
  result: resultView,
  failed,
};

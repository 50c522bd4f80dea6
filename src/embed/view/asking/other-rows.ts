import { html, noChange, nothing, type TemplateResult } from 'lit/html.js';
import { type Asked, row } from './row.ts';

/** The quiet last rows of every question: not known, and not applicable with its reason, which stays if it is typed once. */
export function otherRows(asked: Asked): TemplateResult {
  const { answer, say } = asked;
  const reason = reasonOf(answer);
  return html`<div class="others">
    ${row(asked, { says: 'null', text: say('unknown'), picked: answer === null })}
    ${row(asked, { says: '', text: say('notApplicable'), picked: reason !== undefined })}
    <label class="reason">
      ${say('reason')}
      <input type="text" maxlength="500" autocomplete="off" .value=${reason ?? noChange} />
      ${reason === undefined ? html`<span class="hint">${say('reasonCounts')}</span>` : nothing}
    </label>
  </div>`;
}

function reasonOf(answer: Asked['answer']): string | undefined {
  return typeof answer === 'object' && answer !== null && 'notApplicable' in answer ? answer.notApplicable : undefined;
}

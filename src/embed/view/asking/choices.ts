import { html, type TemplateResult } from 'lit/html.js';
import { type Asked, row } from './row.ts';

/** Rows to pick one of, or any number of them for `multiple`; a yes-or-no question is a choice of two. */
export function choices(asked: Asked): TemplateResult {
  const { question, answer, say } = asked;
  if (question.type === 'boolean') return list([true, false].map((value) => picked(asked, value, say(value ? 'yes' : 'no'))));
  const isIn = (id: string) => (Array.isArray(answer) ? answer.includes(id) : answer === id);
  const rows = (question.choices ?? []).map(({ id, text, hint }) =>
    row(asked, { says: JSON.stringify(id), text, hint, picked: isIn(id) }),
  );
  return list(mayBeNone(asked) ? [...rows, none(asked)] : rows);
}

function picked(asked: Asked, value: boolean, text: string): TemplateResult {
  return row(asked, { says: String(value), text, picked: asked.answer === value });
}

/** Where no choice stands for it, nothing at all must be an answer too. */
function mayBeNone({ question, answer }: Asked): boolean {
  if (question.type !== 'multiple') return false;
  return isEmpty(answer) || !question.choices?.some(({ exclusive }) => exclusive);
}

function none(asked: Asked): TemplateResult {
  return row(asked, { says: '[]', text: asked.say('noneOfThese'), picked: isEmpty(asked.answer) });
}

function isEmpty(answer: Asked['answer']): boolean {
  return Array.isArray(answer) && answer.length === 0;
}

function list(rows: readonly TemplateResult[]): TemplateResult {
  return html`<div class="rows">${rows}</div>`;
}

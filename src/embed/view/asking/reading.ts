import type { AskedQuestion } from '../../../decision/answers/questionnaire.ts';
import type { WireAnswer } from '../../session/session-state.ts';

/** A native field of a question, as far as it is read and emptied. */
export type Field = Pick<HTMLInputElement, 'type' | 'value' | 'valueAsNumber' | 'checked' | 'setAttribute'>;

/** Whether a field holds what can be said; a number that cannot is marked. An empty one takes the answer back. */
export function isReadable(field: Field & Pick<HTMLInputElement, 'checkValidity'>): boolean {
  const isSound = field.checkValidity();
  if (field.type === 'number') field.setAttribute('aria-invalid', String(!isSound));
  return isSound;
}

/**
 * What the rows of a question say once one field has changed. What cannot go together with that field is emptied
 * first. *Does not apply* says nothing before it has a reason.
 */
export function reading(question: AskedQuestion, fields: readonly Field[], changed: Field): WireAnswer | undefined {
  for (const field of fields) if (field !== changed && !goTogether(question, field, changed)) empty(field);
  if (changed.type === 'number') return changed.value === '' ? undefined : changed.valueAsNumber;
  const said = fields.filter(({ checked }) => checked).map(({ value }) => value);
  if (said.includes('')) return reasonIn(fields);
  const values = said.map((json): unknown => JSON.parse(json));
  const [first] = values;
  const isSet = question.type === 'multiple' && typeof first === 'string';
  // What a row says is written by this form from the question: a value, or choices of a set.
  return (isSet ? values : first) as WireAnswer | undefined;
}

/** Only tick boxes of choices go together, but for those that stand alone. The reason is kept for another time. */
function goTogether(question: AskedQuestion, one: Field, other: Field): boolean {
  if (one.type === 'text' || other.type === 'text') return true;
  if (one.type !== 'checkbox' || !other.checked) return one.type === 'checkbox';
  return [one, other].every(({ value }) =>
    question.choices?.some(({ id, exclusive }) => !exclusive && JSON.stringify(id) === value),
  );
}

function empty(field: Field): void {
  field.checked = false;
  if (field.type !== 'number') return;
  field.value = '';
  field.setAttribute('aria-invalid', 'false');
}

function reasonIn(fields: readonly Field[]): WireAnswer | undefined {
  const reason = fields.find(({ type }) => type === 'text')?.value.trim() ?? '';
  return reason === '' ? undefined : { notApplicable: reason };
}

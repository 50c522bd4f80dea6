import type { AskedQuestion } from '../../../src/decision/answers/questionnaire.ts';
import type { WireAnswer } from '../../../src/embed/session/session-state.ts';
import type { Typist } from './keyboard.ts';

/** Gives an answer by keyboard alone: a value of any type, but neither *unknown* nor *not applicable*. */
export async function typeAnswer(typist: Typist, question: AskedQuestion, answer: WireAnswer): Promise<void> {
  const isHere = (focus: { readonly question: string | undefined }) => focus.question === question.id;
  if (question.type === 'multiple') {
    for (const { text } of chosen(question, answer)) {
      await typist.tabTo((focus) => isHere(focus) && focus.kind === 'checkbox' && focus.name.startsWith(text));
      await typist.press('Space');
    }
    return;
  }
  await typist.tabTo((focus) => isHere(focus) && ['radio', 'number'].includes(focus.kind));
  if (question.type === 'integer') return typist.type(String(answer));
  const steps = stepsTo(question, answer);
  if (steps === 0) await typist.press('Space');
  for (let step = 0; step < steps; step += 1) await typist.press('ArrowDown');
}

function chosen({ choices = [] }: AskedQuestion, answer: WireAnswer) {
  const ids: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return choices.filter(({ id }) => ids.includes(id));
}

/** How many rows below the first one the answer is. */
function stepsTo(question: AskedQuestion, answer: WireAnswer): number {
  if (typeof answer === 'boolean') return answer ? 0 : 1;
  if (typeof answer === 'number') return answer - (question.min ?? 0);
  return question.choices?.findIndex(({ id }) => id === answer) ?? 0;
}

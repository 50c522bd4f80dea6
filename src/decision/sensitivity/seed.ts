import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Judgement } from '../evaluation/judgement.ts';

/**
 * A seed that depends on what is asked alone, not on the order in which it was written down: the 32-bit FNV-1a hash
 * (Fowler, Noll, Vo) of the model's identity, the answers in the author's order, and the shares.
 */
export function seedOf(model: CompiledModel, { answers, shares }: Judgement): number {
  const { id, version } = model.document;
  const given = model.questions.map(({ question }) => {
    const answer = answers.get(question.id);
    if (answer?.kind === 'any-of') return ['any-of', ...answer.values.map((value) => JSON.stringify(value)).sort()];
    return answer?.kind === 'value' ? answer.value : (answer?.kind ?? null);
  });
  return hash(JSON.stringify([id, version, given, shares]));
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

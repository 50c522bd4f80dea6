import type { CompiledModel } from '../../compile/compiled-model.ts';
import type { Judgement } from '../../evaluation/judgement.ts';
import { roundedShares } from '../../evaluation/read-weights.ts';

/**
 * A seed that depends on what is asked alone, not on the order in which it was written down: made of the
 * model's identity, the answers in the author's order, and the shares.
 */
export function seedOf(model: CompiledModel, { answers, shares }: Judgement): number {
  const { id, version } = model.document;
  const given = answers.given.map((answer) => {
    if (answer?.kind === 'any-of') return ['any-of', ...answer.values.map((value) => JSON.stringify(value)).sort()];
    return answer?.kind === 'value' ? answer.value : (answer?.kind ?? null);
  });
  return seedOfText(JSON.stringify([id, version, given, roundedShares(shares)]));
}

/** A seed that depends on every character of a text: its 32-bit FNV-1a hash (Fowler, Noll, Vo). */
export function seedOfText(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state >>> 0;
}

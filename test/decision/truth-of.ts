import { compile } from '../../src/decision/compile/compile.ts';
import type { Condition } from '../../src/decision/model/condition.ts';
import type { DecisionModel } from '../../src/decision/model/document.ts';
import { judged } from './evaluated.ts';
import { modelOf, rule } from './model-notation.ts';
import type { RawAnswers, Verity } from './reference-condition.ts';

/** What answers make of a condition, seen by which of two rules fires: the one that asks for it, or for its opposite. */
export function truthOf(when: Condition, answers: RawAnswers, about: Pick<DecisionModel, 'questions' | 'facts'>): Verity {
  const model = compile(modelOf({ ...about, rules: [rule('holds', when, {}), rule('fails', { not: when }, {})] }));
  const fired = judged(model, answers).fired.map((index) => model.rules[index]?.entry.id);
  if (fired.length > 1) throw new RangeError('a condition and its opposite are both true');
  if (fired.length === 0) return 'possible';
  return fired[0] === 'holds' ? 'true' : 'false';
}

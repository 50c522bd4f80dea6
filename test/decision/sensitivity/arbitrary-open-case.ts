import fc from 'fast-check';
import type { Condition, Leaf } from '../../../src/decision/model/condition.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryAnswers, arbitraryWeights, type Case } from '../arbitrary-answers.ts';
import { arbitraryModel, type ModelSize } from '../arbitrary-model.ts';
import { completionCount } from '../completions.ts';

/** How much a case may leave open. */
export interface OpenSize extends ModelSize {
  /** The most completions that the answers may have; 400 by default. */
  readonly completions?: number;
}

/**
 * Any case in which only some questions are answered, and so few are open that all completions can be listed: one of
 * the answers given is kept after the other for as long as there are too many. In every other case all rules are plain.
 */
export function arbitraryOpenCase({ completions = 400, ...size }: OpenSize = {}): fc.Arbitrary<Case> {
  const any = arbitraryModel(size);
  return fc
    .oneof(any, any.map(withPlainRules))
    .chain((model) => fc.tuple(fc.constant(model), arbitraryAnswers(model), arbitraryWeights(model)))
    .chain(([model, answers, weights]) =>
      fc.shuffledSubarray(Object.keys(answers)).map((dropped) => {
        const kept = [...dropped];
        const open = () => Object.fromEntries(Object.entries(answers).filter(([id]) => !kept.includes(id)));
        while (kept.length > 0 && completionCount(model, open()) > completions) kept.pop();
        return { model, answers: open(), weights };
      }),
    )
    .filter(({ model, answers }) => completionCount(model, answers) <= completions);
}

/** A model in which every rule and gate asks for one thing of one question. */
function withPlainRules(model: DecisionModel): DecisionModel {
  const plain = <T extends { readonly when: Condition }>(entry: T): T => ({ ...entry, when: firstLeaf(model, entry.when) });
  return { ...model, rules: model.rules.map(plain), gates: (model.gates ?? []).map(plain) };
}

function firstLeaf(model: DecisionModel, condition: Condition | undefined): Leaf {
  if (condition === undefined) throw new RangeError('a condition without parts');
  if ('question' in condition) return condition;
  if ('not' in condition) return firstLeaf(model, condition.not);
  if ('fact' in condition) return firstLeaf(model, model.facts?.[condition.fact]);
  return firstLeaf(model, 'all' in condition ? condition.all[0] : condition.any[0]);
}

/** A model in which some questions are facts of life that no team can change. */
export function withFixedQuestions(model: DecisionModel): fc.Arbitrary<DecisionModel> {
  return fc.subarray(model.questions.map(({ id }) => id)).map((fixed) => ({
    ...model,
    questions: model.questions.map((question) => ({ ...question, changeable: !fixed.includes(question.id) })),
  }));
}

import { describe, expect, it } from '@jest/globals';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { Leaf } from '../../../src/decision/model/condition.ts';
import { answersById } from '../answers-by-id.ts';
import { judged } from '../evaluated.ts';
import { modelOf, multiple, rule } from '../model-notation.ts';

/** Sets that fit into the bits of a number, at most, and sets that do not. */
describe.each([[1], [2], [30], [31], [70]])('sets of %i choices', (size) => {
  const ids = Array.from({ length: size }, (_, position) => `choice-${position}`);
  const last = ids.at(-1) ?? '';
  const leaves: Readonly<Record<string, Omit<Leaf, 'question'>>> = {
    all: { hasAll: [last, 'choice-0'] },
    any: { hasAny: [last] },
    few: { countAtMost: 1 },
    has: { has: last },
    many: { countAtLeast: 2 },
    only: { only: [last] },
    three: { countAtLeast: 1, countAtMost: 2, has: 'choice-0', hasAny: [last, 'choice-0'] },
  };
  const model = compile(
    modelOf({
      questions: [multiple('many', ...ids, 'alone!')],
      rules: Object.entries(leaves).map(([id, leaf]) => rule(id, { question: 'many', ...leaf }, {})),
    }),
  );
  const first = 'choice-0';
  const both = size === 1 ? [last] : [last, first];

  it.each<[sets: readonly string[], fires: readonly string[]]>([
    [[], ['few', 'only']],
    [[last], size === 1 ? ['all', 'any', 'few', 'has', 'only', 'three'] : ['any', 'few', 'has', 'only']],
    [both, size === 1 ? ['all', 'any', 'few', 'has', 'only', 'three'] : ['all', 'any', 'has', 'many', 'three']],
    [['alone'], ['few']],
  ])('mean what they say: %j', (many, fires) => {
    const { answers, findings } = readAnswers(model, { many });
    expect(findings).toEqual([]);
    expect(answersById(model, answers).get('many')).toEqual({ kind: 'value', value: many.toSorted() });
    expect(judged(model, { many }).fired.map((index) => model.rules[index]?.entry.id)).toEqual(fires);
  });

  it.each<[sets: readonly unknown[], codes: readonly string[]]>([
    [[last, last], ['duplicate-choice']],
    [[last, 'alone'], ['exclusive-choice']],
    [['alone', 'alone'], ['duplicate-choice']],
    [['elsewhere'], ['unknown-choice']],
    [[first, 7], ['wrong-type']],
    [[[last]], ['wrong-type']],
  ])('are refused where they are wrong: %j', (many, codes) => {
    const { answers, findings } = readAnswers(model, { many });
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(answers.given).toEqual([undefined]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { standingOf } from '../../../src/decision/answers/standing.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import { TRUE } from '../../../src/decision/compile/conditions/truth.ts';
import type { Condition } from '../../../src/decision/model/condition.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { arbitraryAnswers, arbitraryCase } from '../arbitrary-answers.ts';
import { evaluatedBy, judged } from '../evaluated.ts';
import { gate, modelOf, multiple, number, rule, single, yes, yesNo } from '../model-notation.ts';
import { type RawAnswers, verity } from '../reference-condition.ts';

/** Ids of the rules that fire. */
function fired(model: DecisionModel, answers: RawAnswers): readonly string[] {
  const compiled = compile(model);
  return judged(compiled, answers).fired.map((index) => compiled.rules[index]?.entry.id ?? '');
}

describe('the circuit of a model', () => {
  it('fires what the conditions make true when they are read one by one', () => {
    fc.assert(
      fc.property(arbitraryCase({ questions: 8, rules: 12 }), ({ model: document, answers: raw }) => {
        const model = compile(document);
        const { fired } = judged(model, raw);
        const { truths } = standingOf(model, readAnswers(model, raw).answers);
        expect(fired).toEqual([...model.rules.keys()].filter((index) => model.rules[index]?.when(truths) === TRUE));
        expect(fired.map((index) => model.rules[index]?.entry.id).sort()).toEqual(
          document.rules.flatMap(({ id, when }) => (verity(document, raw, when) === 'true' ? [id] : [])).sort(),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('carries nothing over from one evaluation to the next', () => {
    const twoOf = arbitraryCase().chain((one) => fc.tuple(fc.constant(one), arbitraryAnswers(one.model)));
    fc.assert(
      fc.property(twoOf, ([{ model: document, answers, weights }, others]) => {
        const model = compile(document);
        const first = evaluatedBy(model, answers, { weights, explain: 'none' });
        const judgement = judged(model, answers, weights);
        const copies = structuredClone({ first, scores: judgement.scores, fired: judgement.fired, standing: judgement.standing });
        evaluatedBy(model, others, { explain: 'none' });
        const { scores, fired, standing } = judgement;
        expect({ first, scores, fired, standing }).toEqual(copies);
        expect(evaluatedBy(model, answers, { weights, explain: 'none' })).toEqual(copies.first);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps many tests on one question apart', () => {
    const steps = Array.from({ length: 100 }, (_, step) => step);
    const model = modelOf({
      questions: [yesNo('before'), number('count', 0, 1_000), yesNo('behind')],
      rules: steps.flatMap((step) => [
        rule(`least-${step}`, { question: 'count', atLeast: step }, {}),
        rule(`not-most-${step}`, { not: { question: 'count', atMost: step } }, {}),
      ]),
      gates: [gate('shut', 'a', { all: [yes('before'), yes('behind')] })],
    });
    for (const count of [0, 15, 16, 31, 32, 63, 64, 99, 1_000]) {
      const expected = steps.flatMap((step) => [
        ...(count >= step ? [`least-${step}`] : []),
        ...(count > step ? [`not-most-${step}`] : []),
      ]);
      expect(fired(model, { before: true, count, behind: true })).toEqual(expected.sort());
      expect(judged(compile(model), { before: true, count, behind: true }).excluded[0]).toEqual(['shut']);
      expect(judged(compile(model), { before: true, count, behind: false }).excluded[0]).toEqual([]);
    }
  });

  it.each([['__proto__'], ['constructor'], ['"'], ["'); throw 1; ('"], ['\u2028\u2029'], ['all 2 4'], ['0 2 4'], ['']])(
    'takes %j for a name and nothing else',
    (name) => {
      const facts: Readonly<Record<string, Condition>> = JSON.parse(
        `{${JSON.stringify(name)}: {"question": "other", "is": true}}`,
      );
      const answers: RawAnswers = JSON.parse(
        `{${JSON.stringify(name)}: ${JSON.stringify(name)}, "other": true, "set": [${JSON.stringify(name)}]}`,
      );
      const model = modelOf({
        questions: [single(name, 'else', name), yesNo('other'), multiple('set', 'else', name)],
        facts,
        rules: [
          rule('chosen', { question: name, is: name }, {}),
          rule('else', { question: name, is: 'else' }, {}),
          rule('fact', { all: [{ fact: name }, { question: 'set', has: name }] }, {}),
          rule('no-fact', { any: [{ not: { fact: name } }, { question: 'set', hasAny: ['else'] }] }, {}),
        ],
      });
      expect(fired(model, answers)).toEqual(['chosen', 'fact']);
    },
  );

  it('makes a signal of the same conditions once', () => {
    const [p, q] = [yes('p'), yes('q')];
    const model = compile(
      modelOf({
        questions: [yesNo('p'), yesNo('q')],
        facts: { both: { all: [q, p] } },
        rules: [
          rule('one', { all: [p, q] }, {}),
          rule('two', { fact: 'both' }, {}),
          rule('three', { not: { any: [{ not: p }, { not: q }, { not: p }] } }, {}),
          rule('four', { any: [p, p] }, {}),
        ],
      }),
    );
    // One word, one kind, two parts.
    expect(model.circuit.joints).toHaveLength(5);
    expect(new Set(model.circuit.rules).size).toBe(2);
  });
});

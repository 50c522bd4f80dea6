import { describe, expect, it } from '@jest/globals';
import { compile } from '../../../src/decision/compile/compile.ts';
import { evaluate } from '../../../src/decision/evaluation/evaluate.ts';
import type { Evaluation } from '../../../src/decision/evaluation/evaluation.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { readableAnswers, readableWeights } from '../evaluated.ts';
import { gate, modelOf, multiple, number, rule, yes, yesNo } from '../model-notation.ts';
import type { RawAnswers } from '../reference-condition.ts';

const fixed = { ...yesNo('fixed'), changeable: false } as const;
const bobsFloor = rule('floor', yes('fixed'), { b: 1 });

describe('counterfactuals', () => {
  it('take an answer back by its opposite, though no rule asks for that', () => {
    const model = modelOf({ questions: [yesNo('large'), fixed], rules: [rule('large', yes('large'), { a: 3 }), bobsFloor] });
    expect(towards('b', model, { large: true, fixed: true }).sets).toEqual([
      { changes: [{ question: 'large', from: true, to: false }], score: expect.closeTo(50 + 50 / 6, 9) },
    ]);
  });

  it('show each answer as it was sent, and nothing where none was', () => {
    const model = modelOf({ questions: [yesNo('large')], rules: [rule('large', yes('large'), { a: 3 })] });
    const from = (answers: RawAnswers) => towards('a', model, answers).sets?.[0]?.changes[0];
    expect(from({})).toEqual({ question: 'large', to: true });
    expect(from({ large: null })).toEqual({ question: 'large', from: null, to: true });
    expect(from({ large: { notApplicable: 'no' } })).toEqual({ question: 'large', from: { notApplicable: 'no' }, to: true });
    expect(from({ large: { anyOf: [false] } })).toEqual({ question: 'large', from: { anyOf: [false] }, to: true });
  });

  it.each([
    [7, 5],
    [9, 5],
    [0, 3],
  ])('move a number no further than it must: from %d to %d', (people, to) => {
    const inRange = { question: 'people', atLeast: 3, atMost: 5 };
    const rules = [rule('in', inRange, { a: 3 }), rule('out', { not: inRange }, { c: 1 })];
    const model = modelOf({ questions: [number('people', 0, 9)], rules });
    expect(towards('a', model, { people }).sets).toEqual([{ changes: [{ question: 'people', from: people, to }], score: 75 }]);
  });

  it('put in and take out no more choices than they must', () => {
    const questions = [multiple('tools', 'saw', 'axe', 'drill', 'nail', 'glue', 'none!')];
    const rules = [
      rule('saw', { question: 'tools', has: 'saw' }, { a: 1 }),
      rule('three', { question: 'tools', countAtLeast: 3 }, { b: 3 }),
    ];
    const model = modelOf({ questions, rules });
    const toggled = (...present: string[]) => {
      const to = towards('b', model, { tools: present }).sets?.[0]?.changes[0]?.to;
      const chosen: readonly unknown[] = Array.isArray(to) ? to : [];
      return [...present.filter((id) => !chosen.includes(id)), ...chosen.filter((id) => !present.some((one) => one === id))];
    };
    expect(toggled('saw', 'glue')).toHaveLength(1);
    expect(toggled('axe', 'nail')).toHaveLength(1);
    expect(toggled('saw')).toHaveLength(2);
    expect(toggled('none')).toHaveLength(4);
  });

  it('leave alone what is locked, what is a fact of life, and what is retired', () => {
    const rules = [rule('large', yes('large'), { a: 3 }), bobsFloor];
    const model = (large: object) => modelOf({ questions: [{ ...yesNo('large'), ...large }, fixed], rules });
    const answers = { fixed: true };
    expect(towards('a', model({}), answers).sets).toHaveLength(1);
    expect(towards('a', model({}), answers, ['large']).reason).toBe('No answer that counts for Ada can be changed.');
    expect(towards('a', model({ changeable: false }), answers).reason).toBe('No answer that counts for Ada can be changed.');
    expect(towards('a', model({ retired: true }), answers).reason).toBe('No answer that counts for Ada can be changed.');
  });

  it('change up to three answers together, none of which would do alone', () => {
    const questions = ['one', 'two', 'three', 'four'].map(yesNo);
    const rules = questions.map(({ id }) => rule(id, yes(id), { a: 1 }));
    const model = (lead: number) => {
      return modelOf({ questions: [...questions, fixed], rules: [...rules, rule('floor', yes('fixed'), { b: lead })] });
    };
    expect(sizes(model(1.5), { fixed: true })).toEqual([2, 2, 2]);
    expect(sizes(model(2.5), { fixed: true })).toEqual([3, 3, 3]);
    expect(towards('a', model(3), { fixed: true, four: false }).sets).toEqual([
      { changes: ['one', 'two', 'three'].map((question) => ({ question, to: true })), score: 75 },
      ...[
        ['one', 'two'],
        ['one', 'three'],
      ].map((pair) => ({
        changes: [...pair.map((question) => ({ question, to: true })), { question: 'four', from: false, to: true }],
        score: 75,
      })),
    ]);
  });

  it('say why there are none', () => {
    const rules = [rule('large', yes('large'), { a: 1 }), rule('floor', yes('fixed'), { b: 3 })];
    const model = modelOf({ questions: [yesNo('large'), fixed], rules, gates: [gate('shut', 'c', yes('fixed'))] });
    expect(towards('a', model, { fixed: true })).toEqual({ target: 'a', reason: 'No change of up to 3 answers makes Ada win.' });
    expect(towards('c', model, { fixed: true })).toEqual({
      target: 'c',
      reason: 'Cleo is ruled out by answers that cannot be changed: shut is shut.',
    });
    const half = { ...model, gates: [gate('half', 'c', { all: [yes('fixed'), yes('large')] })] };
    expect(towards('c', half, { fixed: true, large: true }).reason).toBe('No change of up to 3 answers makes Cleo win.');
  });

  it('open a variant where an alternative needs one', () => {
    const alternatives = [
      { id: 'a', title: 'Ada', needsVariant: true, variants: [{ id: 'small', title: 'Small' }] },
      { id: 'b', title: 'Bob' },
    ];
    const rules = [rule('opener', yes('large'), { a: 2 }, { opens: 'small' }), bobsFloor];
    const model = modelOf({ alternatives, questions: [yesNo('large'), fixed], rules });
    expect(towards('a', model, { fixed: true }).sets?.[0]?.changes).toEqual([{ question: 'large', to: true }]);
    expect(towards('a', model, { fixed: true }, ['large']).reason).toMatch(/^No /);
  });

  it('answer a question that another change enables', () => {
    const questions = [yesNo('root'), { ...yesNo('leaf'), enabledWhen: yes('root') }, fixed];
    const model = modelOf({ questions, rules: [rule('leaf', yes('leaf'), { a: 3 }), bobsFloor] });
    expect(towards('a', model, { root: false, fixed: true }).sets).toEqual([
      {
        changes: [
          { question: 'root', from: false, to: true },
          { question: 'leaf', to: true },
        ],
        score: 75,
      },
    ]);
  });
});

function towards(target: string, document: DecisionModel, answers: RawAnswers, locked: readonly string[] = []) {
  const model = compile(document);
  const { counterfactuals = [] }: Evaluation = evaluate(model, {
    answers: readableAnswers(model, answers),
    weights: readableWeights(model, {}),
    explain: 'full',
    locked: new Set(locked),
    contentHash: 'sha256:0',
  });
  const found = counterfactuals.find((one) => one.target === target);
  if (found === undefined) throw new RangeError(`${target} is recommended already`);
  return found;
}

function sizes(model: DecisionModel, answers: RawAnswers): readonly number[] {
  return (towards('a', model, answers).sets ?? []).map(({ changes }) => changes.length);
}

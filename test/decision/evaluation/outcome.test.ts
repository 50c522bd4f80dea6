import { describe, expect, it } from '@jest/globals';
import { evaluated } from '../evaluated.ts';
import { gate, modelOf, rule, yes, yesNo } from '../model-notation.ts';

const questions = ['p', 'q', 'r'].map(yesNo);
const model = modelOf({
  questions,
  tieMargin: 5,
  rules: [rule('for-b', yes('p'), { b: 3 }), rule('for-c', yes('q'), { c: 3, b: 1 }), rule('slightly-a', yes('r'), { a: 0.5 })],
  contradictions: [{ id: 'p-and-r', when: { all: [yes('p'), yes('r')] }, note: 'p and r do not go together.' }],
});

describe('a recommendation', () => {
  it('is the alternative with the highest score', () => {
    const { outcome, alternatives } = evaluated(model, { p: true });
    expect(outcome).toMatchObject({ recommended: 'b', margin: 25 });
    expect(alternatives.map(({ id, rank }) => [id, rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ]);
  });

  it('is the alternative declared first on an exact tie', () => {
    const tied = modelOf({ questions, rules: [rule('for-c-and-b', yes('p'), { c: 2, b: 2 })] });
    expect(evaluated(tied, { p: true }).outcome).toMatchObject({ recommended: 'b', margin: 0, verdict: 'too-close' });
  });

  it('does not let rounding break a tie', () => {
    const tied = modelOf({
      questions,
      rules: [rule('for-b', yes('p'), { b: 0.3 }), rule('for-c', yes('q'), { c: 0.1 }), rule('more-for-c', yes('r'), { c: 0.2 })],
    });
    expect(evaluated(tied, { p: true, q: true, r: true }).outcome).toMatchObject({ recommended: 'b', margin: 0 });
  });

  it('is not given where nothing fired', () => {
    const { outcome } = evaluated(model, { p: false, q: false, r: false });
    expect(outcome).not.toHaveProperty('recommended');
    expect(outcome).not.toHaveProperty('margin');
    expect(outcome.verdict).toBe('none');
  });

  it('is not given, nor a variant of anything, where nothing is left', () => {
    const alternatives = ['a', 'b', 'c'].map((id) => ({ id, title: id, variants: [{ id: `${id}-1`, title: 'One' }] }));
    const shut = modelOf({
      alternatives,
      questions,
      rules: alternatives.map(({ id }) => rule(`opens-${id}`, yes('q'), { [id]: 1 }, { opens: `${id}-1` })),
      gates: alternatives.map(({ id }) => gate(`no-${id}`, id, yes('p'))),
    });
    expect(evaluated(shut, { q: true }).outcome).toMatchObject({ recommended: 'a', variant: 'a-1' });
    const { outcome } = evaluated(shut, { p: true, q: true });
    expect(outcome).not.toHaveProperty('recommended');
    expect(outcome).not.toHaveProperty('variant');
  });

  it('is given to what is left when only a gate fired', () => {
    const gated = modelOf({ questions, gates: [gate('no-a', 'a', yes('p'))] });
    expect(evaluated(gated, { p: true }).outcome).toMatchObject({ recommended: 'b', margin: 0 });
  });
});

describe('a verdict', () => {
  it('is too close when the runner-up is nearer than the margin of the model', () => {
    expect(evaluated(model, { r: true }).outcome).toMatchObject({ recommended: 'a', verdict: 'too-close' });
  });

  it('is not too close when the runner-up is exactly that far', () => {
    const { outcome } = evaluated({ ...model, tieMargin: 25 }, { p: true });
    expect(['leaning', 'clear']).toContain(outcome.verdict);
  });

  it('uses a margin of 3 where the model names none', () => {
    const plain = (points: number) =>
      evaluated(modelOf({ questions, rules: [rule('for-a', yes('p'), { a: points })] }), { p: true });
    expect(plain(0.35).outcome).toMatchObject({ verdict: 'too-close' });
    expect(plain(0.36).outcome.verdict).not.toBe('too-close');
  });

  it('is never clear while answers contradict each other', () => {
    const { outcome, contradictions } = evaluated(model, { p: true, r: true });
    expect(outcome.verdict).toBe('leaning');
    expect(contradictions).toEqual([{ id: 'p-and-r', questions: ['p', 'r'], note: 'p and r do not go together.' }]);
  });

  it('is none where everything is out', () => {
    const closed = modelOf({
      questions,
      rules: [rule('for-b', yes('p'), { b: 1 })],
      gates: ['a', 'b', 'c'].map((id) => gate(`no-${id}`, id, yes('q'))),
    });
    expect(evaluated(closed, { p: true, q: true }).outcome).toMatchObject({ verdict: 'none' });
  });
});

describe('a headline', () => {
  const shut = (...ids: readonly string[]) => ids.map((id) => gate(`no-${id}`, id, yes('r')));

  it.each<[says: string, parts: Parameters<typeof modelOf>[0], answers: Record<string, unknown>]>([
    ['Bob leads Ada by 25 points.', {}, { p: true }],
    ['Ada leads Bob by 1 point.', { tieMargin: 0, rules: [rule('for-a', yes('p'), { a: 0.12 })] }, { p: true }],
    ['Ada leads Bob by less than a point.', { tieMargin: 0, rules: [rule('for-a', yes('p'), { a: 0.03 })] }, { p: true }],
    ['Ada and Bob are too close to call: 4 points apart.', {}, { r: true }],
    ['Ada and Bob are too close to call: level.', { rules: [rule('for-all', yes('p'), { a: 1, b: 1, c: 1 })] }, { p: true }],
    ['Bob: the answers rule out everything else.', { gates: shut('a', 'c') }, { p: true, r: true }],
    ['No recommendation yet: nothing in the answers speaks for or against an alternative.', {}, {}],
    ['No recommendation: the answers rule out every alternative.', { gates: shut('a', 'b', 'c') }, { p: true, r: true }],
    ['No recommendation: the answers rule out every alternative.', { rules: [], gates: shut('a', 'b', 'c') }, { r: true }],
  ])('says "%s"', (says, parts, answers) => {
    expect(evaluated({ ...model, ...parts }, answers).outcome.headline).toBe(says);
  });

  it('names the variant', () => {
    const alternatives = [
      { id: 'a', title: 'Ada', variants: [{ id: 'early', title: 'in the morning' }] },
      { id: 'b', title: 'Bob' },
    ];
    const varied = modelOf({ questions, alternatives, rules: [rule('for-a', yes('p'), { a: 3 }, { opens: 'early' })] });
    expect(evaluated(varied, { p: true }).outcome.headline).toBe('Ada – in the morning leads Bob by 25 points.');
  });
});

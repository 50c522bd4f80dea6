import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { CompiledQuestion } from '../../../src/decision/compile/compiled-model.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import type { Question } from '../../../src/decision/model/question.ts';
import { arbitraryLeaf } from '../arbitrary-condition.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import { valuesOf } from '../completions.ts';
import { modelOf, multiple, number, rule, single } from '../model-notation.ts';
import { verity } from '../reference-condition.ts';

describe('the cells of a question', () => {
  it('tell apart exactly what the model’s conditions tell apart', () => {
    forAnyQuestion(({ compiled, signature }) => {
      const signatures = compiled.partition.cells.map(({ value }) => signature(value));
      expect(new Set(signatures).size).toBe(signatures.length);
      expect(new Set(signatures)).toEqual(new Set(valuesOf(compiled.question).map(signature)));
      expect(compiled.partition.complete).toBe(true);
    });
  });

  it('stand for valid values, and know what those make of each test', () => {
    forAnyQuestion(({ compiled, signature }) => {
      const valid = valuesOf(compiled.question).map((value) => JSON.stringify(sorted(value)));
      for (const { value, truths } of compiled.partition.cells) {
        expect(valid).toContain(JSON.stringify(sorted(value)));
        expect([...truths].map((truth) => truth === 2).join()).toBe(signature(value));
      }
    });
  });

  it('have the chances of their values, which sum to 1', () => {
    forAnyQuestion(({ compiled, signature }) => {
      const values = equallyLikely(compiled.question, signature);
      for (const { value, chance } of compiled.partition.cells) {
        const same = values.filter((other) => signature(other) === signature(value));
        expect(chance).toBeCloseTo(same.length / values.length, 12);
      }
      expect(compiled.partition.cells.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
    });
  });

  it('keep choices apart that one test names in different ways', () => {
    const handy = { question: 'tools', hasAny: ['saw', 'axe'], hasAll: ['drill'] };
    const model = modelOf({ questions: [multiple('tools', 'saw', 'axe', 'drill')], rules: [rule('handy', handy, { a: 1 })] });
    const [tools] = compile(model).questions;
    // The drill, and the saw or the axe or both: three of eight sets.
    expect(tools?.partition.cells.map(({ chance }) => chance).sort()).toEqual([3 / 8, 5 / 8]);
  });

  it('have chances by how likely their choices are, a choice that does not say counting once', () => {
    const tools = {
      ...multiple('tools', 'saw', 'drill'),
      choices: [
        { id: 'saw', text: 'saw', likely: 0.5 },
        { id: 'drill', text: 'drill' },
        { id: 'none', text: 'none', exclusive: true, likely: 2 },
      ],
    };
    const rules = ['saw', 'drill', 'none'].map((id) => rule(id, { question: 'tools', has: id }, { a: 1 }));
    const { cells } = partitionFor(modelOf({ questions: [tools], rules }));
    expect(new Map(cells.map(({ value, chance }) => [String(value), chance]))).toEqual(
      new Map([
        ['', 1 / 5],
        ['saw', 0.5 / 5],
        ['drill', 1 / 5],
        ['saw,drill', 0.5 / 5],
        ['none', 2 / 5],
      ]),
    );
    const colour = {
      ...single('colour', 'red', 'green'),
      choices: [
        { id: 'red', text: 'red', likely: 3 },
        { id: 'green', text: 'green' },
      ],
    };
    const red = partitionFor(modelOf({ questions: [colour], rules: [rule('red', { question: 'colour', is: 'red' }, { a: 1 })] }));
    expect(red.cells.map(({ value, chance }) => [value, chance])).toEqual([
      ['red', 0.75],
      ['green', 0.25],
    ]);
  });

  it('are few for an integer with many values, whatever its bounds', () => {
    const people = number('people', -1_000_000, 1_000_000_000);
    const bounds = [{ atLeast: 0 }, { atLeast: 10, atMost: 99 }, { atMost: 5_000 }];
    const rules = bounds.map((test, index) => rule(`r-${index}`, { question: 'people', ...test }, { a: 1 }));
    const { cells } = partitionFor(modelOf({ questions: [people], rules }));
    expect(cells.map(({ value, chance }) => [value, chance])).toEqual([
      [-1_000_000, 1 / 5],
      [0, 2 / 5],
      [10, 1 / 5],
      [5_001, 1 / 5],
    ]);
  });

  it('count every set of twenty choices, of which conditions tell few apart', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `choice-${index}`);
    const rules = [
      rule('first', { question: 'tools', has: 'choice-0' }, { a: 1 }),
      rule('many', { question: 'tools', countAtLeast: 10 }, { b: 1 }),
    ];
    const { cells, complete } = partitionFor(modelOf({ questions: [multiple('tools', ...ids)], rules }));
    expect(complete).toBe(true);
    expect(cells).toHaveLength(4);
    const manyWithFirst = cells.find(({ truths }) => truths.every((truth) => truth === 2));
    expect(manyWithFirst?.chance).toBeCloseTo(0.5 * chanceOfAtLeast(9, 19), 12);
  });

  it('are a sample, and say so, where a set can be of too many kinds', () => {
    const ids = Array.from({ length: 16 }, (_, index) => `choice-${index}`);
    const rules = ids.map((id) => rule(id, { question: 'tools', has: id }, { a: 1 }));
    const { cells, complete } = partitionFor(modelOf({ questions: [multiple('tools', ...ids)], rules }));
    expect(complete).toBe(false);
    expect(cells.length).toBeGreaterThan(200);
    expect(cells.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(partitionFor(modelOf({ questions: [multiple('tools', ...ids)], rules })).cells).toEqual(cells);
  });

  it('are one for a question that nothing reads', () => {
    const { cells } = partitionFor(modelOf({ questions: [single('colour', 'red', 'green')] }));
    expect(cells).toEqual([{ value: 'red', truths: new Uint8Array(), chance: 1 }]);
  });
});

/** A question, and what its values make of the tests that read it, as text. */
interface Looked {
  readonly compiled: CompiledQuestion;
  readonly signature: (value: unknown) => string;
}

/** Runs on every question of many models, each read by some more conditions. */
function forAnyQuestion(look: (looked: Looked) => void): void {
  const read = arbitraryModel().chain((model) =>
    fc.tuple(fc.constant(model), ...model.questions.flatMap((question) => [arbitraryLeaf(question), arbitraryLeaf(question)])),
  );
  fc.assert(
    fc.property(read, ([model, ...leaves]) => {
      const more = leaves.map((when, index) => ({ id: `clash-${index + 10}`, when, note: 'note' }));
      const document = { ...model, contradictions: [...(model.contradictions ?? []), ...more] };
      for (const compiled of compile(document).questions) look({ compiled, signature: signatureOf(document, compiled) });
    }),
    { numRuns: 150 },
  );
}

function signatureOf(model: DecisionModel, { question, readers }: CompiledQuestion): (value: unknown) => string {
  const asked = { ...model, questions: [always(question)] };
  return (value) => readers.map(({ leaf }) => verity(asked, { [question.id]: value }, leaf) === 'true').join();
}

/** A question that is asked whatever else is answered. */
function always({ enabledWhen, ...question }: Question): Question {
  return { ...question, retired: false };
}

/** All values, but of an integer only the first of each run that no test tells apart. */
function equallyLikely(question: Question, signature: Looked['signature']): readonly unknown[] {
  const values = valuesOf(question);
  if (question.type !== 'integer') return values;
  return values.filter((value, index) => index === 0 || signature(value) !== signature(values[index - 1]));
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? [...value].sort() : value;
}

function partitionFor(model: DecisionModel) {
  const [compiled] = compile(model).questions;
  if (compiled === undefined) throw new RangeError('the model has no question');
  return compiled.partition;
}

/** The chance that at least so many of a number of coins show heads. */
function chanceOfAtLeast(heads: number, coins: number): number {
  let [ways, sum] = [1, 0];
  for (let shown = 0; shown <= coins; shown += 1) {
    if (shown >= heads) sum += ways;
    ways = (ways * (coins - shown)) / (shown + 1);
  }
  return sum / 2 ** coins;
}

import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { answersSchema } from '../../../src/decision/answers/answers-schema.ts';
import { readAnswers } from '../../../src/decision/answers/read-answers.ts';
import { compile } from '../../../src/decision/compile/compile.ts';
import type { DecisionModel } from '../../../src/decision/model/document.ts';
import { answersById } from '../answers-by-id.ts';
import { arbitraryAnswers } from '../arbitrary-answers.ts';
import { arbitraryModel } from '../arbitrary-model.ts';
import type { RawAnswers } from '../reference-condition.ts';

const RUNS = { numRuns: 500 };

describe('reading answers', () => {
  it('accepts every valid answer', () => {
    fc.assert(
      fc.property(modelWith(arbitraryAnswers), ([model, raw]) => {
        const compiled = compile(model);
        const { answers, findings } = readAnswers(compiled, raw);
        expect(findings).toEqual([]);
        expect([...answersById(compiled, answers).keys()]).toEqual(Object.keys(raw));
      }),
      RUNS,
    );
  });

  it('never throws, and finds fault with exactly what it leaves out', () => {
    fc.assert(
      fc.property(modelWith(arbitraryJson), ([model, raw]) => {
        const compiled = compile(model);
        const { answers: read, findings } = readAnswers(compiled, raw);
        const answers = answersById(compiled, read);
        const faulty = new Set(findings.map(({ pointer }) => pointer.split('/')[1]?.replaceAll('~1', '/').replaceAll('~0', '~')));
        expect(Object.keys(raw).filter((id) => !answers.has(id))).toEqual(Object.keys(raw).filter((id) => faulty.has(id)));
        expect(answers.size + faulty.size).toBe(Object.keys(raw).length);
      }),
      RUNS,
    );
  });

  it('knows only the questions of the model, whatever a key is called', () => {
    fc.assert(
      fc.property(
        arbitraryModel(),
        fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', ''),
        (model, key) => {
          const raw: RawAnswers = JSON.parse(`{"${key}": true}`);
          expect(readAnswers(compile(model), raw).findings).toEqual([
            expect.objectContaining({ pointer: `/${key}`, code: 'unknown-question' }),
          ]);
        },
      ),
      RUNS,
    );
  });

  it('accepts exactly what the JSON Schema of the model accepts', () => {
    const ajv = new Ajv2020({ strict: true });
    const several = (model: DecisionModel) => fc.array(mutatedAnswers(model), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(modelWith(several), ([model, trials]) => {
        const compiled = compile(model);
        const accepts = ajv.compile(answersSchema(compiled));
        for (const raw of trials) {
          expect({ raw, accepted: readAnswers(compiled, raw).findings.length === 0 }).toEqual({ raw, accepted: accepts(raw) });
        }
      }),
      { numRuns: 200 },
    );
  });
});

function modelWith<T>(answers: (model: DecisionModel) => fc.Arbitrary<T>): fc.Arbitrary<[DecisionModel, T]> {
  return arbitraryModel().chain((model) => fc.tuple(fc.constant(model), answers(model)));
}

/** Any JSON under the ids of questions and under other keys. */
function arbitraryJson(model: DecisionModel): fc.Arbitrary<RawAnswers> {
  const key = fc.oneof(
    fc.constantFrom(...model.questions.map(({ id }) => id)),
    fc.constantFrom('__proto__', 'constructor', 'a/b~c'),
    fc.string(),
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), nearlyAnswer());
  return fc.array(fc.tuple(key, value), { maxLength: 6 }).map((entries) => jsonObject(entries));
}

/** Valid answers, some of them replaced by what is nearly one; now and then with an answer to no question. */
function mutatedAnswers(model: DecisionModel): fc.Arbitrary<RawAnswers> {
  const ids = model.questions.map(({ id }) => id);
  const mutation = fc.tuple(
    fc.oneof({ arbitrary: fc.constantFrom(...ids), weight: 12 }, { arbitrary: fc.constant('elsewhere'), weight: 1 }),
    nearlyAnswer(),
  );
  return fc
    .tuple(arbitraryAnswers(model), fc.array(mutation, { maxLength: 2 }))
    .map(([answers, mutations]) => jsonObject([...Object.entries(answers), ...mutations]));
}

/**
 * What looks like an answer and may be one, depending on the question. Sets are sorted: that two orders name one set
 * twice is the one fault that a JSON Schema cannot find.
 */
function nearlyAnswer(): fc.Arbitrary<unknown> {
  const plain = fc.oneof(
    fc.constantFrom('one', 'two', 'three', 'four', ''),
    fc.boolean(),
    fc.integer({ min: -3, max: 6 }),
    fc.constantFrom(1.5, 1e300, -0, '1', null),
  );
  const set = fc.array(fc.constantFrom('one', 'two', 'three', 'four', 1), { maxLength: 3 }).map((list) => [...list].sort());
  const value = fc.oneof(plain, set);
  const reason = fc.oneof(
    fc.constantFrom('', ' ', '\u00a0\ufeff', 'x'.repeat(500), 'x'.repeat(501), 'too small a team', 7),
    fc.string(),
  );
  return fc.oneof(
    { arbitrary: value, weight: 4 },
    { arbitrary: fc.record({ notApplicable: reason }), weight: 2 },
    { arbitrary: fc.record({ anyOf: fc.oneof(fc.array(value, { maxLength: 3 }), value) }), weight: 3 },
    { arbitrary: fc.record({ anyOf: fc.constant(['one']), notApplicable: reason }), weight: 1 },
    { arbitrary: fc.record({ other: value }), weight: 1 },
  );
}

/** An object whose keys are its own, `__proto__` too, as a JSON parser makes it; the last of equal keys counts. */
function jsonObject(entries: readonly (readonly [string, unknown])[]): RawAnswers {
  return JSON.parse(`{${[...new Map(entries)].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`);
}

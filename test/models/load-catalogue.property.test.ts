import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadCatalogue } from '../../src/models/load-catalogue.ts';
import { ModelsRefused } from '../../src/models/models-refused.ts';
import { readModel } from '../../src/models/read-model.ts';
import { modelDirectory } from './model-directory.ts';
import { sampleDocument } from './sample-document.ts';

type Place = readonly string[];

/** Every place in plain data, the whole first. */
function placesIn(data: unknown, at: Place = []): readonly Place[] {
  if (typeof data !== 'object' || data === null) return [at];
  return [at, ...Object.entries(data).flatMap(([key, value]) => placesIn(value, [...at, key]))];
}

type Mutation = (value: unknown) => unknown;

/** A copy of the data with the value at one place replaced, or taken out where the mutation gives `undefined`. */
function mutated(data: unknown, [key, ...rest]: Place, mutation: Mutation): unknown {
  if (key === undefined) return mutation(data);
  if (Array.isArray(data)) {
    return data.flatMap((entry, index) =>
      String(index) === key ? [mutated(entry, rest, mutation)].filter((one) => one !== undefined) : [entry],
    );
  }
  const entries = Object.entries(data as object).map(
    ([name, entry]) => [name, name === key ? mutated(entry, rest, mutation) : entry] as const,
  );
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

const places = placesIn(sampleDocument());
const scalars = places.map((place) =>
  place.reduce<unknown>((data, key) => (data as Record<string, unknown>)[key], sampleDocument()),
);

const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value) => () => value),
  fc.constantFrom<unknown>(...scalars).map((value) => () => value),
  fc.constant(() => undefined),
  fc.constant((value: unknown) => [value, value]),
  fc.constant((value: unknown) => (Array.isArray(value) ? [...value, ...value] : value)),
  fc.string().map((key) => (value: unknown) => ({ ...(value as object), [key]: value })),
  fc.constantFrom('all', 'any', 'not', 'fact').map((key) => (value: unknown) => ({ [key]: key === 'not' ? value : [value] })),
  fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, 1e308, 5e-324, 2 ** 53)).map((number) => () => number),
);

const documents = fc.array(fc.tuple(fc.constantFrom(...places), mutations), { minLength: 1, maxLength: 4 }).map((steps) =>
  steps.reduce<unknown>((data, [place, mutation]) => {
    const there = placesIn(data).some((one) => one.join('/') === place.join('/'));
    return there ? mutated(data, place, mutation) : data;
  }, sampleDocument()),
);

describe('a mutated model', () => {
  it('is either served or refused with findings that have a place and a remedy', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const reading = readModel(JSON.stringify(document ?? null), 'json');
        if ('model' in reading) return;
        expect(reading.findings.length).toBeGreaterThan(0);
        for (const { path, code, message } of reading.findings) {
          expect(path).toMatch(/^(\/([^~]|~[01])*)*$/);
          expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
          expect(message).toMatch(/\S.*[.:]/s);
          expect(message).not.toMatch(/invalid (union|input)|undefined/i);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('throws nothing but ModelsRefused when its text is cut or disturbed', () => {
    const text = JSON.stringify(sampleDocument(), null, 1);
    const directory = modelDirectory();
    const disturbance = fc.tuple(fc.nat(text.length), fc.nat(12), fc.string({ maxLength: 4, unit: 'binary' }));
    fc.assert(
      fc.property(disturbance, ([start, length, inserted]) => {
        const disturbed = text.slice(0, start) + inserted + text.slice(start + length);
        writeFileSync(join(directory, 'model.json'), disturbed);
        writeFileSync(join(directory, 'model.yaml'), disturbed);
        try {
          loadCatalogue({ directories: [directory], log: { warn: () => {} } });
        } catch (error) {
          expect(error).toBeInstanceOf(ModelsRefused);
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Assessment, PagePosition, Scope, Store } from '../../src/services/store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { backends } from './backends.ts';
import { afterNoon, assessment, claim, scope as someone } from './samples.ts';

/** An assessment to be: its moment, few of them so that many are equal, and whether it has the tag looked for. */
const newcomer = fc.record({ time: fc.integer({ min: 0, max: 3 }), tagged: fc.boolean(), id: fc.uuid() });

/** What happens in turn: a page is read, or assessments arrive. */
const course = fc.record({
  before: fc.array(newcomer, { maxLength: 12 }),
  arrivals: fc.array(fc.array(newcomer, { maxLength: 3 }), { maxLength: 4 }),
  limit: fc.integer({ min: 1, max: 5 }),
  tag: fc.constantFrom('wanted', undefined),
});

type Newcomer = typeof newcomer extends fc.Arbitrary<infer Value> ? Value : never;

const byPosition = (left: Assessment, right: Assessment) =>
  right.createdAt.getTime() - left.createdAt.getTime() || (left.id < right.id ? 1 : -1);

describe.each(backends)('pages on $provider', ({ freshUrl }) => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore(await freshUrl());
  });
  afterAll(() => store.close());

  async function arrive(scope: Scope, newcomers: readonly Newcomer[]): Promise<readonly Assessment[]> {
    const values = newcomers.map(({ time, tagged, id }) =>
      assessment({ id, createdAt: afterNoon(time), subject: { ref: 'r', name: 'n', tags: tagged ? ['wanted'] : [] } }),
    );
    const outcomes = await Promise.all(values.map((value) => store.assessments.create(scope, value, claim())));
    return values.filter((_, index) => outcomes[index]?.kind === 'created');
  }

  test('show everything that was there, once and in order, whatever arrives meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(course, async ({ before, arrivals, limit, tag }) => {
        const scope = { ...someone, workspace: randomUUID() };
        const wanted = ({ subject }: Assessment) => tag === undefined || subject.tags.includes(tag);
        const filter = tag === undefined ? {} : { tag };
        const all = [...(await arrive(scope, before))];
        const shown: Assessment[] = [];
        const waiting = [...arrivals];
        let position: PagePosition | undefined;
        do {
          const expected = all
            .filter(wanted)
            .toSorted(byPosition)
            .filter((value) => isAfter(value, position));
          const page = await store.assessments.list(scope, filter, { limit, ...(position && { after: position }) });
          expect(page.items).toEqual(expected.slice(0, limit));
          expect(page.next !== undefined).toBe(expected.length > limit);
          shown.push(...page.items);
          position = page.next;
          all.push(...(await arrive(scope, waiting.shift() ?? [])));
        } while (position !== undefined);
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
        expect(shown).toEqual(shown.toSorted(byPosition));
      }),
      { numRuns: 40 },
    );
  });
});

function isAfter({ createdAt, id }: Assessment, position: PagePosition | undefined): boolean {
  if (position === undefined) return true;
  const later = createdAt.getTime() - position.createdAt.getTime();
  return later < 0 || (later === 0 && id < position.id);
}

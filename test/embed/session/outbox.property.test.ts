import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ApiAssessment, Inputs } from '../../../src/embed/api/api.ts';
import { type Entries, entriesOf, inputsOf, sameValue } from '../../../src/embed/session/keeping/entries.ts';
import { createOutbox, type Outbox } from '../../../src/embed/session/keeping/outbox.ts';
import { type AssessmentTable, createAssessmentTable } from './assessment-table.ts';
import { createHandClock, type HandClock } from './hand-clock.ts';
import { type Passage, roughNetwork } from './rough-network.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const KEYS = ['answers/one', 'answers/two', 'answers/three', 'weights/speed'];

interface Saying {
  readonly writer: number;
  readonly key: string;
  readonly takesBack: boolean;
  /** Milliseconds before the next thing happens. */
  readonly pause: number;
}

interface Tale {
  readonly sayings: readonly Saying[];
  readonly passages: readonly Passage[];
  readonly sides: readonly ('mine' | 'theirs')[];
}

/** What happened to a key at the service. */
interface Chronicle {
  readonly key: string;
  readonly by: number;
  readonly from: unknown;
  readonly to: unknown;
}

interface Writer {
  readonly outbox: Outbox;
  said: Entries;
  /** What this writer has seen at a key, and how much had happened at the service by then. */
  readonly seen: { readonly key: string; readonly value: unknown; readonly at: number }[];
}

const passage = fc.constantFrom<Passage>('fine', 'fine', 'request-lost', 'reply-lost', 'late', 'busy');

function tales(writers: number): fc.Arbitrary<Tale> {
  const saying = fc.record({
    writer: fc.integer({ min: 0, max: writers - 1 }),
    key: fc.constantFrom(...KEYS),
    takesBack: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
    pause: fc.constantFrom(0, 0, 5, 15, 60, 200, 2_000),
  });
  return fc.record({
    sayings: fc.array(saying, { minLength: 1, maxLength: 25 }),
    passages: fc.array(passage, { maxLength: 40 }),
    sides: fc.array(fc.constantFrom('mine', 'theirs'), { minLength: 1, maxLength: 6 }),
  });
}

/** Writers on one assessment, each behind a rough network; no two of them ever say the same. */
class World {
  readonly clock: HandClock = createHandClock();
  readonly chronicle: Chronicle[] = [];
  readonly lost: string[] = [];
  readonly table: AssessmentTable;
  readonly writers: readonly Writer[];
  #passages: readonly Passage[];
  #by = 0;
  #said = 0;
  #settling = false;

  constructor(count: number, passages: readonly Passage[]) {
    this.#passages = passages;
    this.table = createAssessmentTable((changes) =>
      this.chronicle.push(...changes.map((change) => ({ ...change, by: this.#by }))),
    );
    this.writers = Array.from({ length: count }, (_, index) => this.#writer(index));
  }

  get stored(): Entries {
    const assessment = this.table.all.get(ID);
    return assessment === undefined ? new Map() : entriesOf(assessment);
  }

  /** Whether everybody has stored and seen all there is. */
  get isQuiet(): boolean {
    const { stored } = this;
    return this.writers.every(
      ({ said, outbox }) => outbox.keeping.saving === 'saved' && KEYS.every((key) => sameValue(said.get(key), stored.get(key))),
    );
  }

  say({ writer: index, key, takesBack }: Saying): void {
    const writer = this.writer(index);
    const value = key.startsWith('weights') ? ++this.#said : `${index}:${++this.#said}`;
    const said = new Map(writer.said);
    if (takesBack) said.delete(key);
    else said.set(key, value);
    writer.said = said;
    writer.outbox.push(0);
    this.#look(writer);
  }

  writer(index: number): Writer {
    const writer = this.writers[index];
    if (writer === undefined) throw new RangeError(`there is no writer ${index}`);
    return writer;
  }

  /** Settled for the others, one's own goes knowingly. */
  settle(writer: Writer, key: string, side: 'mine' | 'theirs'): void {
    this.#settling = true;
    writer.outbox.settle(key, side);
    this.#settling = false;
  }

  calm(): void {
    this.#passages = [];
  }

  #writer(index: number): Writer {
    const send = roughNetwork(this.clock, () => {
      const [next = 'fine', ...rest] = this.#passages;
      this.#passages = rest;
      return next;
    });
    const as =
      <A extends readonly unknown[]>(operation: (...given: A) => Promise<ApiAssessment>) =>
      (...given: A) =>
        send(() => {
          this.#by = index;
          return operation(...given);
        });
    const writer: Writer = {
      said: new Map(),
      seen: [],
      outbox: createOutbox({
        api: {
          assessment: as(this.table.assessment),
          createAssessment: as(this.table.createAssessment),
          changeAssessment: as(this.table.changeAssessment),
        },
        timing: this.clock,
        newId: () => ID,
        model: () => ({ model: 'a-model', version: '1.0.0' }),
        mine: () => inputsOf(writer.said),
        changed: (merged) => this.#changed(writer, merged),
      }),
    };
    return writer;
  }

  #changed(writer: Writer, merged: Inputs | undefined): void {
    if (merged !== undefined) {
      const after = entriesOf(merged);
      for (const key of KEYS) {
        const [before, now] = [writer.said.get(key), after.get(key)];
        if (!this.#settling && !sameValue(before, now) && !this.#wasStored(key, before))
          this.lost.push(`${key}: ${String(before)}`);
      }
      writer.said = after;
    }
    this.#look(writer);
  }

  #wasStored(key: string, value: unknown): boolean {
    return value === undefined || this.chronicle.some((one) => one.key === key && sameValue(one.to, value));
  }

  #look(writer: Writer): void {
    const { held } = writer.outbox.keeping;
    const at = this.chronicle.length;
    for (const key of KEYS) {
      writer.seen.push({ key, value: writer.said.get(key), at });
      if (held.has(key)) writer.seen.push({ key, value: held.get(key), at });
    }
  }
}

/** Lets everything be said, then the network be fine, and every clash be settled. */
async function told({ sayings, sides }: Tale, world: World): Promise<void> {
  for (const saying of sayings) {
    world.say(saying);
    await world.clock.pass(saying.pause);
  }
  world.calm();
  for (let round = 0; round < 30 && !world.isQuiet; round++) {
    for (const writer of world.writers) {
      const done = writer.outbox.refresh();
      await world.clock.runOut();
      await done;
      for (const key of writer.outbox.keeping.held.keys()) world.settle(writer, key, sides[round % sides.length] ?? 'mine');
      await world.clock.runOut();
    }
  }
}

describe('an outbox on a rough network', () => {
  it('stores exactly what one person said last', async () => {
    await fc.assert(
      fc.asyncProperty(tales(1), async (tale) => {
        const world = new World(1, tale.passages);
        world.writer(0).outbox.keepFor({ ref: 'a' });
        await told(tale, world);
        const { said, outbox } = world.writer(0);
        expect(plain(world.stored)).toEqual(plain(said));
        expect(world.table.all.size).toBe(1);
        expect(outbox.keeping).toMatchObject({ saving: 'saved', arrived: 0 });
        const expected = new Map<string, unknown>();
        let count = 0;
        for (const { key, takesBack } of tale.sayings) {
          count++;
          if (takesBack) expected.delete(key);
          else expected.set(key, key.startsWith('weights') ? count : `0:${count}`);
        }
        expect(plain(said)).toEqual(plain(expected));
      }),
      { numRuns: 150 },
    );
  });

  it('never lets one clash with oneself', async () => {
    await fc.assert(
      fc.asyncProperty(tales(1), async (tale) => {
        const world = new World(1, tale.passages);
        world.writer(0).outbox.keepFor({ ref: 'a' });
        for (const saying of tale.sayings) {
          world.say(saying);
          await world.clock.pass(saying.pause);
          expect(world.writer(0).outbox.keeping.saving).not.toBe('conflict');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('loses nothing and overwrites nothing that its writer has not seen when several write', async () => {
    await fc.assert(
      fc.asyncProperty(tales(3), async (tale) => {
        const world = new World(3, tale.passages);
        const subject = { ref: 'a' };
        await world.table.createAssessment({ id: ID, subject, model: 'a-model', answers: { one: 'first' }, weights: {} });
        for (const writer of world.writers) {
          const loaded = await world.table.assessment(ID);
          writer.said = entriesOf(loaded);
          writer.outbox.open(loaded);
        }
        await told(tale, world);
        expect(world.lost).toEqual([]);
        expect(blindChanges(world)).toEqual([]);
        for (const { said, outbox } of world.writers) {
          expect(outbox.keeping.saving).toBe('saved');
          expect(plain(said)).toEqual(plain(world.stored));
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Changes of what somebody else had said, made by a writer who had not seen that. */
function blindChanges({ chronicle, writers }: World): readonly Chronicle[] {
  return chronicle.filter(({ key, by, from }, index) => {
    const origin = chronicle.findLastIndex((one, at) => at < index && one.key === key && sameValue(one.to, from));
    const source = chronicle[origin];
    if (source === undefined || source.by === by) return false;
    const sights = (writers[by]?.seen ?? []).filter((sight) => sight.key === key);
    return from === undefined
      ? !isKnownToBeGone(sights, source.from, origin)
      : !sights.some(({ value }) => sameValue(value, from));
  });
}

/** Whether a writer never saw a value, or has seen since that it is gone, or had taken it back as well. */
function isKnownToBeGone(sights: Writer['seen'], value: unknown, since: number): boolean {
  const last = sights.findLastIndex((sight) => sameValue(sight.value, value));
  return last < 0 || sights.some((sight, index) => sight.value === undefined && (sight.at > since || index > last));
}

function plain(entries: Entries): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries);
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Entries } from '../../../src/embed/session/keeping/entries.ts';
import { EMPTY_LEDGER, merge, outstanding } from '../../../src/embed/session/keeping/ledger.ts';

const KEYS = ['answers/one', 'answers/two', 'weights/three'];

const entries: fc.Arbitrary<Entries> = fc
  .tuple(
    ...KEYS.map((key) => fc.option(fc.constantFrom('a', 'b', null), { nil: undefined }).map((value) => [key, value] as const)),
  )
  .map((all) => new Map(all.filter(([, value]) => value !== undefined)));

/** What three people see at one key: the common past, one's own, the other's. */
const meetings = fc.record({ known: entries, mine: entries, theirs: entries });

describe('a merge', () => {
  it('follows the only side that changed, and holds what both changed to different things', () => {
    fc.assert(
      fc.property(meetings, ({ known, mine, theirs }) => {
        const ledger = { ...EMPTY_LEDGER, known, revision: 1 };
        const merged = merge(ledger, mine, { entries: theirs, revision: 2 });
        for (const key of KEYS) {
          const [past, own, other] = [known.get(key), mine.get(key), theirs.get(key)];
          const isTaken = own === past && other !== past;
          const isHeld = own !== past && other !== past && own !== other;
          expect(merged.mine.get(key)).toBe(isTaken ? other : own);
          expect(merged.ledger.held.has(key)).toBe(isHeld);
          expect(outstanding(merged.ledger, merged.mine).has(key)).toBe(own !== past && other === past && own !== other);
        }
        expect(merged.arrived).toBe(KEYS.filter((key) => merged.mine.get(key) !== mine.get(key)).length);
      }),
    );
  });

  it('gives both sides the same, but for what is held', () => {
    fc.assert(
      fc.property(meetings, ({ known, mine, theirs }) => {
        const { ledger, mine: after } = merge({ ...EMPTY_LEDGER, known, revision: 1 }, mine, { entries: theirs, revision: 2 });
        const stored = new Map([...theirs, ...outstanding(ledger, after)]);
        for (const key of KEYS) if (!ledger.held.has(key)) expect(stored.get(key)).toBe(after.get(key));
      }),
    );
  });

  it('takes for its own what it sent without a reply, unless that may have been undone since', () => {
    const known = new Map([['answers/one', 'a']]);
    const mine = new Map([['answers/one', 'c']]);
    const ledger = { ...EMPTY_LEDGER, known, revision: 1, unsure: [{ revision: 1, changes: new Map([['answers/one', 'b']]) }] };
    const meets = (theirs: string, revision: number) =>
      merge(ledger, mine, { entries: new Map([['answers/one', theirs]]), revision }).ledger.held.size > 0;
    expect([meets('b', 2), meets('a', 2), meets('a', 3), meets('d', 2)]).toEqual([false, false, true, true]);
  });

  it('takes the same choices in another order for the same', () => {
    const known: Entries = new Map();
    const [mine, theirs] = [new Map([['answers/one', ['x', 'y']]]), new Map([['answers/one', ['y', 'x']]])];
    const merged = merge({ ...EMPTY_LEDGER, known, revision: 1 }, mine, { entries: theirs, revision: 2 });
    expect([merged.ledger.held.size, outstanding(merged.ledger, merged.mine).size]).toEqual([0, 0]);
  });
});

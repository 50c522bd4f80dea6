import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AttemptResult, Settlement } from '../../../src/services/webhooks/delivery.ts';
import { settlementOf } from '../../../src/services/webhooks/retries.ts';

const HOUR = 3_600_000;
const noon = new Date('2026-11-29T12:00:00.000Z');

function result(changes: Partial<AttemptResult>): AttemptResult {
  return { at: noon, durationMs: 0, ...changes };
}

/** Milliseconds from the attempt to the next one; undefined when there is none. */
function waitAfter(settlement: Settlement): number | undefined {
  return settlement.status === 'pending' ? settlement.dueAt.getTime() - noon.getTime() : undefined;
}

describe('a delivery', () => {
  it('is tried ten times within 76 hours, as Standard Webhooks suggests', () => {
    const waits = Array.from({ length: 10 }, (_, index) => waitAfter(settlementOf(result({ error: 'timeout' }), index + 1, 0.5)));
    expect(waits).toEqual([5e3, 3e5, 18e5, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR, undefined]);
    expect(waits.reduce<number>((sum, wait = 0) => sum + wait, 0)).toBe(75 * HOUR + 35 * 60_000 + 5_000);
  });

  it('is tried again a tenth earlier or later, from the end of the attempt on', () => {
    const soon = settlementOf(result({ durationMs: 15_000 }), 1, 0);
    expect([waitAfter(soon), waitAfter(settlementOf(result({}), 1, 1))]).toEqual([19_500, 5_500]);
  });

  it('has arrived with any 2xx, and with nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 1, max: 10 }), (status, tries) => {
        const settlement = settlementOf(result({ status }), tries, 0.5);
        expect(settlement.status === 'delivered').toBe(status >= 200 && status <= 299);
        if (status === 410) expect(settlement).toEqual({ status: 'failed', disabling: 'gone' });
        else if (settlement.status === 'failed') expect([tries, settlement.disabling]).toEqual([10, 'failing']);
      }),
    );
  });

  it('waits for as long as the receiver asks for, never shorter than it would and never longer than a day', () => {
    const asked = (retryAfter: number, tries = 1) => waitAfter(settlementOf(result({ status: 503, retryAfter }), tries, 0.5));
    expect([asked(0), asked(4_000), asked(60_000), asked(1e12)]).toEqual([5_000, 5_000, 60_000, 24 * HOUR]);
    expect(asked(60_000, 9)).toBe(24 * HOUR);
    expect(asked(60_000, 10)).toBeUndefined();
  });
});

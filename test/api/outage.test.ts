import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { postgresql } from '../store/backends.ts';
import { type LossyWire, layWire } from '../store/lossy-wire.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

describe('a service whose database is away', () => {
  let wire: LossyWire;
  let service: ServiceUnderTest;

  beforeAll(async () => {
    const url = new URL(await postgresql.freshUrl());
    wire = await layWire(Number(url.port));
    service = await startService({ databaseUrl: Object.assign(url, { port: String(wire.port) }).href });
  });
  afterEach(() => wire.mend());
  afterAll(async () => {
    await service.discard();
    await wire.close();
  });

  /** The answer, and how many milliseconds it took. */
  async function timed(operation: 'getHealth' | 'getReadiness' | 'listAssessments') {
    const begun = performance.now();
    const { status, headers } = await service.call(operation);
    return { status, retryAfter: headers['retry-after'], after: performance.now() - begun };
  }

  async function untilReady(): Promise<void> {
    while ((await service.call('getReadiness')).status !== 200);
  }

  it.each(['cut', 'refuse', 'silence'] as const)(
    'is alive, not ready, says so soon (%s), and recovers by itself',
    async (fault) => {
      await untilReady();
      wire[fault]();
      for (let times = 0; times < 3; times++) {
        const [alive, ready, refused] = await Promise.all([timed('getHealth'), timed('getReadiness'), timed('listAssessments')]);
        expect(alive).toMatchObject({ status: 200 });
        expect(ready).toMatchObject({ status: 503, retryAfter: '1' });
        expect(ready.after).toBeLessThan(2_000);
        expect(refused).toMatchObject({ status: 503, retryAfter: '1' });
        expect(refused.after).toBeLessThan(3_000);
      }
      await wire.mend();
      const begun = performance.now();
      await untilReady();
      expect(performance.now() - begun).toBeLessThan(10_000);
      let answer = await service.call('listAssessments');
      for (let times = 0; times < 20 && answer.status === 503; times++) answer = await service.call('listAssessments');
      expect(answer.status).toBe(200);
    },
  );
});

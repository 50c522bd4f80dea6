import { afterEach, describe, expect, test } from '@jest/globals';
import type { QuotaLimits } from '../../src/services/limits/quota.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type OpenQuotas, openQuotas } from '../../src/store/quotas/open-quotas.ts';
import { type Backend, backends, postgresql } from './backends.ts';
import { layWire } from './lossy-wire.ts';

describe('quotas', () => {
  let open: OpenQuotas[] = [];
  const warnings: unknown[] = [];

  afterEach(async () => {
    await Promise.all(open.map((quotas) => quotas.close()));
    open = [];
    warnings.length = 0;
  });

  async function migrated(backend: Backend): Promise<string> {
    const url = await backend.freshUrl();
    await (await openStore(url)).close();
    return url;
  }

  /** What one replica counts with. */
  async function replica(url: string, limits: QuotaLimits): Promise<OpenQuotas> {
    const quotas = await openQuotas(url, limits, { warn: (detail: unknown) => void warnings.push(detail) });
    open.push(quotas);
    return quotas;
  }

  const times = (count: number) => Array.from({ length: count }, (_, index) => index);

  test.each(backends)('on $provider allow so many a minute to each, and say what is left', async (backend) => {
    const { requests, failures } = await replica(await migrated(backend), { requests: 2, failures: 1 });
    expect(await requests?.take('a')).toEqual({ limit: 2, remaining: 1, reset: 60, isExceeded: false });
    expect(await requests?.take('a')).toMatchObject({ remaining: 0, isExceeded: false });
    for (const _ of times(3)) expect(await requests?.take('a')).toMatchObject({ limit: 2, remaining: 0, isExceeded: true });
    expect(await requests?.take('b')).toMatchObject({ remaining: 1, isExceeded: false });
    expect(await failures.take('a')).toMatchObject({ limit: 1, isExceeded: false });
    expect(await failures.take('a')).toMatchObject({ limit: 1, isExceeded: true });
    expect(warnings).toEqual([]);
  });

  test.each(backends)('on $provider are kept only for what is limited', async (backend) => {
    expect((await replica(await backend.freshUrl(), { failures: 1 })).requests).toBeUndefined();
  });

  test('are exact when several replicas count on one PostgreSQL at the same time', async () => {
    const url = await migrated(postgresql);
    const replicas = await Promise.all(times(2).map(() => replica(url, { requests: 100, failures: 1 })));
    const callers = times(8).map(async (caller) => {
      const counts = [];
      for (const _ of times(40)) counts.push(await replicas[caller % 2]?.requests?.take('a'));
      return counts;
    });
    const counts = (await Promise.all(callers)).flat();
    expect(warnings).toEqual([]);
    expect(counts.filter((allowance) => allowance?.isExceeded === false)).toHaveLength(100);
  });

  test.each(['cut', 'refuse', 'silence'] as const)(
    'go on in each process when the database is out of reach (%s), and together again when it is back',
    async (fault) => {
      const url = await migrated(postgresql);
      const wire = await layWire(Number(new URL(url).port));
      const { requests } = await replica(Object.assign(new URL(url), { port: String(wire.port) }).href, {
        requests: 3,
        failures: 1,
      });
      expect(await requests?.take('a')).toMatchObject({ remaining: 2 });
      wire[fault]();
      const begun = performance.now();
      for (const remaining of [2, 1, 0]) expect(await requests?.take('a')).toMatchObject({ remaining, isExceeded: false });
      expect(await requests?.take('a')).toMatchObject({ isExceeded: true });
      expect(performance.now() - begun).toBeLessThan(1_000);
      expect(warnings).toHaveLength(1);
      await wire.mend();
      let last = await requests?.take('a');
      while (last?.isExceeded) last = await requests?.take('a');
      expect(last).toMatchObject({ remaining: 1 });
      await wire.close();
    },
  );
});

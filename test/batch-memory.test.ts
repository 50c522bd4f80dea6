import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answersTo } from './api/batch-upload.ts';
import { buildService, dataDirectory, type ServiceProcess, startProcess } from './service-process.ts';

const MEBIBYTE = 1024 * 1024;

/** With room for gigabytes, garbage is left lying about, and looks like a leak. */
const SMALL_HEAP = '--max-old-space-size=96 --max-semi-space-size=4';

/** A tenth of the lines is evaluated; the others are short and have long answers. */
const TEN_LINES = Buffer.from(`{"answers":{"drift-pain":5}}\n${'{}\n'.repeat(9)}`);
const THOUSAND_LINES = Buffer.concat(Array.from({ length: 100 }, () => TEN_LINES));

describe('a batch of 100,000 lines', () => {
  let service: ServiceProcess;
  let directory: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(async () => {
    await buildService();
    directory = await dataDirectory();
    service = startProcess(directory.path, { METRICS_PORT: '0', NODE_OPTIONS: SMALL_HEAP });
  });
  afterAll(async () => {
    service.child.kill('SIGTERM');
    await service.ended;
    await directory.remove();
  });

  it('is answered whole, in as much memory as a short one', async () => {
    const url = await service.url;
    const metrics = await service.metrics;
    await answersTo(
      url,
      Array.from({ length: 5 }, () => THOUSAND_LINES),
    );
    const before = await memory(metrics);
    const lines = await answersTo(
      url,
      Array.from({ length: 100 }, () => THOUSAND_LINES),
    );
    expect(lines).toHaveLength(100_000);
    expect(lines.filter((line) => line.startsWith('{"line":'))).toHaveLength(90_000);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ line: 100_000, problem: { code: 'invalid-request' } });
    expect((await memory(metrics)) - before).toBeLessThan(48 * MEBIBYTE);
  });
});

async function memory(metrics: string): Promise<number> {
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(await (await fetch(metrics)).text())?.[1]);
}

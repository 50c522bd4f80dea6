import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildService } from '../service-process.ts';
import { keptCases } from './kept-cases.js';
import { type Service, startService } from './service.js';
import { outcomeOf } from './volley.js';

const MODES = ['open', 'guarded'] as const;

describe.each(MODES)('a service that is %s', (mode) => {
  const cases = keptCases().filter((one) => one.mode === mode);
  let service: Service;
  beforeAll(async () => {
    await buildService();
    service = await startService(mode === 'guarded');
  });
  afterAll(() => service.stop());

  it.each(cases)('answers the request of $name as the specification has it', async ({ request }) => {
    const { findings } = await outcomeOf(service, request);
    expect(findings).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATIONS } from '../../src/contract/operations.ts';
import { backends } from '../store/backends.ts';
import { exchangeRaw } from './raw-http.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

/** The values of all series, by their names with labels. */
type Series = ReadonlyMap<string, number>;

async function collected(address: string): Promise<Series> {
  const text = await (await fetch(address)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

function addressIn({ logged }: ServiceUnderTest): string {
  const line = logged.map(({ msg }) => String(msg)).find((msg) => msg.startsWith('metrics on '));
  return line?.replace('metrics on ', '') ?? '';
}

describe('metrics', () => {
  let service: ServiceUnderTest;
  let address: string;
  beforeAll(async () => {
    service = await startService({ metricsPort: 0 });
    address = addressIn(service);
  });
  afterAll(() => service.discard());

  const countOf = async (name: string) => (await collected(address)).get(name);

  it('are served on a port of their own, and nothing else is', async () => {
    const response = await fetch(address);
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
    expect((await fetch(new URL('/v1/models', address))).status).toBe(404);
    expect((await fetch(`${service.url}/metrics`)).status).toBe(404);
  });

  it('are not served to a page whose name was given their address', async () => {
    const { port } = new URL(address);
    const ask = (host: string) =>
      exchangeRaw(address, `GET /metrics HTTP/1.1\r\nHost: ${host}:${port}\r\nConnection: close\r\n\r\n`);
    expect((await ask('attacker.example.org')).status).toBe(421);
    expect((await ask('127.0.0.1')).status).toBe(200);
  });

  it('are not served unless they are asked for', async () => {
    const other = await startService();
    expect(addressIn(other)).toBe('');
    await other.discard();
  });

  it('time requests by operation and status, and count those under way', async () => {
    await service.call('getModel', { params: { model: 'delivery-approach' } });
    await service.call('getModel', { params: { model: 'nobody' } });
    await service.call('getModel', { params: { model: 'nobody' } });
    expect(await countOf('http_server_request_duration_seconds_count{operation="getModel",status="200"}')).toBe(1);
    expect(await countOf('http_server_request_duration_seconds_count{operation="getModel",status="404"}')).toBe(2);
    expect(await countOf('http_server_request_duration_seconds_bucket{le="+Inf",operation="getModel",status="404"}')).toBe(2);
    expect(await countOf('http_server_active_requests')).toBe(0);
  });

  it('count evaluations by model and outcome, once for what is recorded once', async () => {
    const answers = { 'drift-pain': 5 };
    const model = 'delivery-approach';
    await service.call('evaluateAnswers', { params: { model }, body: { answers: {} } });
    const { body: evaluation } = await service.call('evaluateAnswers', { params: { model }, body: { answers } });
    const { body } = await service.call('createAssessment', { body: { subject: { ref: 'a' }, answers } });
    const recording = { params: { id: body.id }, headers: { 'Idempotency-Key': 'recorded-once' }, body: {} };
    for (let times = 0; times < 3; times++) await service.call('recordRecommendation', recording);
    const series = await collected(address);
    expect(series.get(`evaluations_total{model="${model}",outcome="none"}`)).toBe(1);
    expect(series.get(`evaluations_total{model="${model}",outcome="${evaluation.outcome.recommended}"}`)).toBe(2);
    expect(series.get('idempotent_replays_total')).toBe(2);
  });

  it('tell of the process and its event loop', async () => {
    const series = await collected(address);
    expect(series.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    expect(series.get('process_resident_memory_bytes')).toBeGreaterThan(1e6);
    expect([...series.keys()].filter((name) => name.startsWith('database_connections'))).toEqual([]);
  });

  it('do not grow with what callers make up', async () => {
    const invent = async (word: string) => {
      for (const path of [
        `/${word}`,
        `/v1/models/${word}`,
        `/docs/${word}`,
        `/v1/assessments?${word}=1`,
        `/v1/models/${word}/versions/1.0.0`,
      ])
        await (await fetch(service.url + path)).arrayBuffer();
      await (await fetch(`${service.url}/v1/models`, { method: 'PUT' })).arrayBuffer();
      await service.call('evaluateAnswers', { params: { model: word }, body: { answers: {} } });
    };
    await invent('first');
    const before = await collected(address);
    for (const word of ['second', 'third', 'fourth']) await invent(word);
    const after = await collected(address);
    const requests = [...after.keys()].filter((name) => name.startsWith('http_server_request_duration_seconds_count'));
    const operations = new Set(requests.map((name) => /operation="(\w+)"/.exec(name)?.[1]));
    expect([...operations].filter((name) => !Object.keys(OPERATIONS).includes(String(name)))).toEqual(['other']);
    expect([...after.keys()].filter((name) => !before.has(name) && !name.startsWith('nodejs_'))).toEqual([]);
  });
});

describe('metrics on PostgreSQL', () => {
  it('count connections to the database', async () => {
    const databaseUrl = await backends.find(({ provider }) => provider === 'postgresql')?.freshUrl();
    const service = await startService({ metricsPort: 0, ...(databaseUrl !== undefined && { databaseUrl }) });
    await service.call('listAssessments');
    const series = await collected(addressIn(service));
    expect(series.get('database_connections{state="total"}')).toBeGreaterThan(0);
    expect(series.get('database_connections{state="idle"}')).toBeGreaterThan(0);
    expect(series.get('database_connections{state="waiting"}')).toBe(0);
    await service.discard();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exchangeRaw } from './raw-http.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const params = { model: 'delivery-approach' };
const headers = { 'Content-Type': 'application/x-ndjson' };
const GOOD = '{"answers":{"targets":["kubernetes"],"drift-pain":5}}';
const OTHER = '{"answers":{"truth-record":null},"weights":{"rollback":5},"version":"1.0.0"}';

describe('a batch', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService({ metricsPort: 0 });
  });
  afterAll(() => service.discard());

  async function answers(body: string | Buffer, query = ''): Promise<readonly string[]> {
    const answer = await service.call('evaluateAnswers', { params, query, headers, body });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/x-ndjson']);
    expect(answer.text).toMatch(/^$|\n$/);
    return answer.text.split('\n').slice(0, -1);
  }

  const evaluated = async (body: string, query = 'explain=none') =>
    (await service.call('evaluateAnswers', { params, query, body })).text;

  it('is answered line by line with what each line gets on its own, explained only where that is asked for', async () => {
    expect(await answers(`${GOOD}\n${OTHER}\n${GOOD}`)).toEqual([
      await evaluated(GOOD),
      await evaluated(OTHER),
      await evaluated(GOOD),
    ]);
    expect(await answers(OTHER, 'explain=full')).toEqual([await evaluated(OTHER, 'explain=full')]);
  });

  it('may have no lines at all', async () => {
    expect(await answers('')).toEqual([]);
    expect(await answers('\n\r\n \n')).toEqual([]);
    const bare = await exchangeRaw(
      service.url,
      'POST /v1/models/delivery-approach/evaluate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-ndjson\r\n\r\n',
    );
    expect(bare).toMatchObject({ status: 200, body: '' });
  });

  it('goes on after a line that is refused, and says which line that was and why', async () => {
    const wrong: readonly (readonly [line: string | Buffer, code: string])[] = [
      ['nonsense', 'malformed-json'],
      [Buffer.from([0x22, 0xff, 0x22]), 'malformed-json'],
      ['{"answers":{},"answers":{}}', 'malformed-json'],
      [`{"answers":${'['.repeat(20)}${']'.repeat(20)}}`, 'malformed-json'],
      ['{"__proto__":{}}', 'malformed-json'],
      ['{"answers":{"drift-pain":"\\ud800"}}', 'malformed-json'],
      ['\uFEFF{"answers":{}}', 'malformed-json'],
      [`{"answers":{}}${' '.repeat(65_536)}`, 'body-too-large'],
      ['[]', 'invalid-request'],
      ['null', 'invalid-request'],
      ['{"answers":{},"surprise":1}', 'invalid-request'],
      ['{"answers":{"nobody":1}}', 'answers-invalid'],
      ['{"answers":{},"weights":{"nobody":1}}', 'weights-invalid'],
      ['{"answers":{},"version":"9.9.9"}', 'model-not-found'],
      ['{"answers":{},"locked":["nobody"]}', 'answers-invalid'],
    ];
    const lines = wrong.flatMap(([line]) => [Buffer.from(line as string), Buffer.from(`\n\r\n${GOOD}\r\n`)]);
    const received = (await answers(Buffer.concat(lines))).map((line) => JSON.parse(line));
    expect(
      received.map((answer) => (answer.problem === undefined ? 'evaluated' : `${answer.line} ${answer.problem.code}`)),
    ).toEqual(wrong.flatMap(([, code], index) => [`${1 + 3 * index} ${code}`, 'evaluated']));
  });

  it('has the very problems that the lines have on their own, but for the name of the request', async () => {
    for (const line of [
      '{"answers":{"nobody":1,"drift-pain":9},"extra":1}',
      '{"answers":[]',
      '{"answers":{},"version":"2.0.0"}',
    ]) {
      const [{ problem }] = (await answers(line)).map((one) => JSON.parse(one));
      const { body } = await service.call('evaluateAnswers', { params, body: line });
      expect({ ...problem, requestId: '' }).toEqual({ ...body, requestId: '' });
    }
  });

  it('takes lines of 64 KiB', async () => {
    const longest = GOOD.padEnd(65_536);
    expect(await answers(`${longest}\r\n${longest}\n`)).toEqual([await evaluated(GOOD), await evaluated(GOOD)]);
  });

  it.each<[string, number, object, object]>([
    ['of a model that there is not', 404, { params: { model: 'nobody' } }, {}],
    ['that asks for what there is not', 422, { query: 'explain=all' }, {}],
    ['whose sender wants to read something else', 406, {}, { Accept: 'application/json' }],
    ['that is compressed', 415, {}, { 'Content-Encoding': 'gzip' }],
    ['in another charset', 415, {}, { 'Content-Type': 'application/x-ndjson; charset=utf-16' }],
  ])('%s is refused as a whole', async (_name, status, call, more) => {
    const answer = await service.call('evaluateAnswers', { params, headers: { ...headers, ...more }, body: GOOD, ...call });
    expect([answer.status, answer.body.status]).toEqual([status, status]);
  });

  it.each(['*/*', 'application/x-ndjson', 'application/*', 'application/x-ndjson;charset=utf-8, */*;q=0.1'])(
    'is answered where the sender accepts %s',
    async (accept) => {
      const { status } = await service.call('evaluateAnswers', { params, headers: { ...headers, Accept: accept }, body: GOOD });
      expect(status).toBe(200);
    },
  );

  it('is no way to speak to operations that know no batches', async () => {
    const { status } = await service.call('findNextQuestions', { params, headers, body: GOOD });
    expect(status).toBe(415);
  });

  it('leaves one line in the log, which says how many lines there were and nothing of what was on them', async () => {
    const { headers: received, text } = await service.call('evaluateAnswers', {
      params,
      headers,
      body: `${GOOD}\n\n{"secret":1}\n`,
    });
    const logged = service.logged.filter(({ requestId }) => requestId === received['x-request-id']);
    expect(logged).toEqual([expect.objectContaining({ msg: 'request', status: 200, lines: 2, problems: 1, bytes: text.length })]);
    expect(JSON.stringify(logged)).not.toMatch(/secret|drift-pain/);
  });

  it('counts every evaluation', async () => {
    const address = String(service.logged.find(({ msg }) => String(msg).startsWith('metrics on '))?.['msg']).slice(11);
    const counted = async () => {
      const text = await (await fetch(address)).text();
      return [...text.matchAll(/^evaluations_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    };
    const before = await counted();
    await answers(`${GOOD}\n${OTHER}\n{}\n${GOOD}\n`);
    expect((await counted()) - before).toBe(3);
  });
});

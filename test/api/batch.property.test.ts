import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersTo } from './batch-upload.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const params = { model: 'delivery-approach' };

/** Bodies, proper and improper, whose texts have characters of one to four bytes. */
const body = fc.oneof(
  fc.record({ answers: fc.record({ 'drift-pain': fc.integer({ min: 0, max: 6 }), 'git-skill': fc.constantFrom(1, null, '☃') }) }),
  fc.record({ answers: fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.jsonValue(), { maxKeys: 2 }) }),
  fc.record({ answers: fc.constant({ targets: { notApplicable: 'é☃👩‍💻' } }), weights: fc.constant({ rollback: 2 }) }),
  fc.jsonValue(),
);

/** Lines, among them some that nobody can read, and blank ones. */
const line = fc.oneof(
  { weight: 8, arbitrary: body.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 9 }).map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 0x0a))) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\t').map((text) => Buffer.from(text)) },
);
const batch = fc.record({
  lines: fc.array(line, { maxLength: 12 }),
  ends: fc.infiniteStream(fc.constantFrom('\n', '\r\n')),
  hasEnd: fc.boolean(),
  cuts: fc.array(fc.nat({ max: 600 }), { maxLength: 6 }),
});

describe('a batch', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  /** What a line is answered with on its own; a problem is placed, and has no name of a request. */
  async function single(bytes: Buffer, index: number): Promise<unknown> {
    const { status, body: answer } = await service.call('evaluateAnswers', { params, query: 'explain=none', body: bytes });
    return status === 200 ? answer : { line: index + 1, problem: { ...answer, requestId: '' } };
  }

  it('is answered, however it is cut, as its lines are one by one', async () => {
    await fc.assert(
      fc.asyncProperty(batch, async ({ lines, ends, hasEnd, cuts }) => {
        const parts = lines.flatMap((bytes, index) => {
          const isLast = index === lines.length - 1;
          return isLast && !hasEnd ? [bytes] : [bytes, Buffer.from(ends.next().value)];
        });
        const received = (await answersTo(service.url, cut(Buffer.concat(parts), cuts))).map(withoutName);
        const written = lines
          .map((bytes, index) => ({ bytes, index }))
          .filter(({ bytes }) => /[^ \t\r]/.test(bytes.toString('latin1')));
        const expected = [];
        for (const { bytes, index } of written) expected.push(await single(withoutReturn(bytes), index));
        expect(received).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

function withoutName(text: string): unknown {
  const answer = JSON.parse(text);
  return answer.problem === undefined ? answer : { ...answer, problem: { ...answer.problem, requestId: '' } };
}

/** A return at the end of a line is a part of what ends it. */
function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes;
}

function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = [...places.toSorted((one, other) => one - other), bytes.length];
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end)).filter((part) => part.length > 0);
}

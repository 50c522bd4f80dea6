import { describe, expect, it } from '@jest/globals';
import { createLog } from '../src/log.ts';

function told(err: unknown) {
  const lines: string[] = [];
  createLog('info', { write: (line) => lines.push(line) }).error({ err }, 'failed');
  return JSON.parse(lines.join('')).err;
}

describe('an error in the log', () => {
  it('has its kind, message, code and place, and those of what caused it, and nothing that came with it', () => {
    const cause = Object.assign(new RangeError('inner'), { code: 'E1', detail: 'Failing row contains (Ada)' });
    const error = Object.assign(new Error('outer', { cause }), { meta: { name: 'Ada' }, code: 7 });
    expect(told(error)).toEqual({
      type: 'Error',
      message: 'outer',
      stack: expect.stringContaining('log.test.ts'),
      cause: { type: 'RangeError', message: 'inner', code: 'E1', stack: expect.any(String) },
    });
  });

  it('ends where causes go round in circles', () => {
    const error = new Error('round');
    error.cause = error;
    expect(JSON.stringify(told(error)).match(/"round"/g)).toHaveLength(5);
  });

  it.each([undefined, 'text', { name: 'Ada' }, null])('says no more of %j than what it is', (thrown) => {
    expect(told(thrown)).toEqual(thrown === undefined ? undefined : { type: typeof thrown });
  });
});

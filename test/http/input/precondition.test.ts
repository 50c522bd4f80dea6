import { describe, expect, it } from '@jest/globals';
import { namedRevision, requiredRevision } from '../../../src/http/input/precondition.ts';

const twin = '/revision';

describe('the revision a request is based on', () => {
  it.each<[string | undefined, number | undefined, unknown]>([
    [undefined, undefined, undefined],
    [undefined, 3, [3]],
    ['"3"', undefined, [3]],
    ['"3"', 3, [3]],
    ['"3", "4"', undefined, [3, 4]],
    ['"3", "4"', 4, [4]],
    ['*', undefined, 'any'],
    [' * ', 3, [3]],
    ['W/"3"', undefined, []],
    ['W/"2", "3"', undefined, [3]],
    ['"03"', undefined, []],
    ['"a, 3"', undefined, []],
  ])('If-Match %s and revision %s make %j', (ifMatch, revision, expected) => {
    expect(namedRevision({ ifMatch, revision, twin })).toEqual(expected);
  });

  it('is refused when header and body disagree', () => {
    expect(() => namedRevision({ ifMatch: '"3"', revision: 4, twin })).toThrow(
      expect.objectContaining({
        code: 'invalid-request',
        details: expect.objectContaining({ errors: [expect.objectContaining({ pointer: twin })] }),
      }),
    );
  });

  it('is asked for where it is required', () => {
    expect(() => requiredRevision({ ifMatch: undefined, revision: undefined, twin })).toThrow(
      expect.objectContaining({ code: 'revision-required' }),
    );
  });
});

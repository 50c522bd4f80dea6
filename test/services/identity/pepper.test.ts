import { describe, expect, it } from '@jest/globals';
import { createPepper } from '../../../src/services/identity/pepper.ts';

/** RFC 4231, test case 2. */
const VECTOR = { key: 'Jefe', data: 'what do ya want for nothing?' };
const DIGEST = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';

describe('a pepper', () => {
  const pepper = createPepper(VECTOR.key);

  it('makes the digests of HMAC-SHA-256', () => {
    expect(pepper.digest(VECTOR.data)).toBe(DIGEST);
  });

  it('proves a text by its digest, and by no other', () => {
    expect(pepper.proves(VECTOR.data, DIGEST)).toBe(true);
    expect(pepper.proves(`${VECTOR.data} `, DIGEST)).toBe(false);
    expect(pepper.proves(VECTOR.data, DIGEST.replace(/^5/, '6'))).toBe(false);
    expect(pepper.proves(VECTOR.data, DIGEST.replace(/3$/, '4'))).toBe(false);
    expect(pepper.proves(VECTOR.data, DIGEST.slice(2))).toBe(false);
    expect(pepper.proves(VECTOR.data, `${DIGEST}00`)).toBe(false);
    expect(pepper.proves(VECTOR.data, '')).toBe(false);
  });

  it('proves what the pepper before it proved, and makes nothing with that', () => {
    const changed = createPepper('a new one', VECTOR.key);
    expect(changed.proves(VECTOR.data, DIGEST)).toBe(true);
    expect(changed.proves(VECTOR.data, changed.digest(VECTOR.data))).toBe(true);
    expect(changed.proves(`${VECTOR.data} `, DIGEST)).toBe(false);
    expect(changed.digest(VECTOR.data)).toBe(createPepper('a new one').digest(VECTOR.data));
    expect(changed.keysFor('one')).toEqual([createPepper('a new one').keysFor('one')[0], pepper.keysFor('one')[0]]);
    expect(pepper.keysFor('one')).toEqual([pepper.keysFor('one')[0]]);
    expect(pepper.proves(VECTOR.data, changed.digest(VECTOR.data))).toBe(false);
  });

  it('makes other digests and keys than another pepper', () => {
    const other = createPepper('Jefo');
    expect(other.digest(VECTOR.data)).not.toBe(DIGEST);
    expect(other.keysFor('one')[0]).not.toEqual(pepper.keysFor('one')[0]);
  });

  it('has a key of 32 bytes for each purpose, always the same', () => {
    expect(pepper.keysFor('one')[0]).toHaveLength(32);
    expect(pepper.keysFor('one')[0]).toEqual(createPepper(VECTOR.key).keysFor('one')[0]);
    expect(pepper.keysFor('one')[0]).not.toEqual(pepper.keysFor('other')[0]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { createPepper } from '../../../src/services/identity/pepper.ts';
import { createSecretBox, NO_BOX, OPEN_BOX } from '../../../src/services/webhooks/secret-box.ts';

const box = createSecretBox(createPepper('a pepper that is only good for tests, and long'));
const other = createSecretBox(createPepper('another pepper that is only good for tests'));

describe('the box of a service with a pepper', () => {
  it('gives back what it has sealed, for the same owner alone', () => {
    const sealed = box.seal('whsec_secret', 'default/one');
    expect(box.open(sealed, 'default/one')).toBe('whsec_secret');
    expect(box.open(sealed, 'default/two')).toBeUndefined();
    expect(other.open(sealed, 'default/one')).toBeUndefined();
  });

  it('gives back what was sealed with the pepper before, and seals with the new one', () => {
    const changed = createSecretBox(
      createPepper('another pepper that is only good for tests', 'a pepper that is only good for tests, and long'),
    );
    expect(changed.open(box.seal('whsec_secret', 'default/one'), 'default/one')).toBe('whsec_secret');
    expect(changed.open(box.seal('whsec_secret', 'default/one'), 'default/two')).toBeUndefined();
    expect(other.open(changed.seal('whsec_secret', 'default/one'), 'default/one')).toBe('whsec_secret');
  });

  it('shows nothing of a secret, and never seals alike twice', () => {
    const sealed = [box.seal('whsec_secret', 'a'), box.seal('whsec_secret', 'a')];
    expect(sealed[0]).not.toBe(sealed[1]);
    for (const one of sealed) expect(Buffer.from(one.slice(3), 'base64').toString('latin1')).not.toContain('secret');
  });

  it('opens nothing that somebody has changed', () => {
    const bytes = Buffer.from(box.seal('whsec_secret', 'a').slice(3), 'base64');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(box.open(`v1:${changed.toString('base64')}`, 'a')).toBeUndefined();
    }
    for (const damaged of ['', 'v1:', 'v1:AAAA', `v1:${bytes.subarray(0, 27).toString('base64')}`, 'v2:whsec_secret']) {
      expect(box.open(damaged, 'a')).toBeUndefined();
    }
  });

  it('still opens what was kept as it was before there was a pepper', () => {
    expect(box.open(OPEN_BOX.seal('whsec_secret', 'a'), 'a')).toBe('whsec_secret');
  });
});

describe('a service without a pepper', () => {
  it('keeps secrets as they are where it is open, and none at all where it is not', () => {
    expect(OPEN_BOX.open(OPEN_BOX.seal('whsec_secret', 'a'), 'a')).toBe('whsec_secret');
    expect(() => NO_BOX.seal('whsec_secret', 'a')).toThrow(expect.objectContaining({ code: 'key-pepper-missing' }));
    for (const { open } of [OPEN_BOX, NO_BOX]) expect(open(box.seal('whsec_secret', 'a'), 'a')).toBeUndefined();
  });
});

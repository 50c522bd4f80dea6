import { beforeEach, describe, expect, it } from '@jest/globals';
import type { KeptKey } from '../../../src/services/identity/api-key.ts';
import { createKeyLookup, type KeyLookup } from '../../../src/services/identity/key-lookup.ts';
import { afterNoon, secretKey } from './sample-keys.ts';

describe('looking keys up', () => {
  const { text: _, ...kept } = secretKey();
  const { id } = kept.key;
  let looks: string[];
  let present: KeptKey | undefined;
  let time: number;
  let lookup: KeyLookup;

  beforeEach(() => {
    looks = [];
    present = kept;
    time = 0;
    const find = async (wanted: string) => {
      looks.push(wanted);
      return present;
    };
    lookup = createKeyLookup({ store: { find }, now: () => afterNoon(time) });
  });

  it('believes what it has read for less than 5 s', async () => {
    expect(await lookup.find(id)).toBe(kept);
    present = { ...kept, key: { ...kept.key, revokedAt: afterNoon(1) } };
    time = 4_999;
    expect(await lookup.find(id)).toBe(kept);
    time = 5_000;
    expect(await lookup.find(id)).toBe(present);
    expect(looks).toHaveLength(2);
  });

  it('counts the 5 s from the look, not from the last question', async () => {
    for (time = 0; time < 20_000; time += 1_000) await lookup.find(id);
    expect(looks).toHaveLength(4);
  });

  it('looks again when the clock was set back', async () => {
    await lookup.find(id);
    time = -1;
    await lookup.find(id);
    expect(looks).toHaveLength(2);
  });

  it('does not remember that a key is not there', async () => {
    present = undefined;
    expect(await lookup.find(id)).toBeUndefined();
    present = kept;
    expect(await lookup.find(id)).toBe(kept);
  });

  it('looks once for all who ask at the same time', async () => {
    await Promise.all(Array.from({ length: 50 }, () => lookup.find(id)));
    expect(looks).toEqual([id]);
  });

  it('does not remember a look that failed', async () => {
    let isDown = true;
    const find = async () => (isDown ? Promise.reject(new Error('down')) : kept);
    const failing = createKeyLookup({ store: { find }, now: () => afterNoon(0) });
    await expect(failing.find(id)).rejects.toThrow('down');
    isDown = false;
    expect(await failing.find(id)).toBe(kept);
  });

  it('keeps what a later look has found when an earlier one fails after it', async () => {
    const failures: (() => void)[] = [];
    const first = new Promise<never>((_, reject) => failures.push(() => reject(new Error('down'))));
    const answers: Promise<typeof kept>[] = [first, Promise.resolve(kept)];
    let asked = 0;
    const find = async () => answers[asked++];
    const late = createKeyLookup({ store: { find }, now: () => afterNoon(0) });
    const early = late.find(id);
    late.forget(id);
    expect(await late.find(id)).toBe(kept);
    for (const fail of failures) fail();
    await expect(early).rejects.toThrow('down');
    expect(await late.find(id)).toBe(kept);
    expect(asked).toBe(2);
  });

  it('looks again for what it was told to forget', async () => {
    await lookup.find(id);
    lookup.forget(id);
    await lookup.find(id);
    expect(looks).toHaveLength(2);
  });

  it('remembers a thousand keys, the latest ones', async () => {
    for (let number = 0; number <= 1_000; number++) await lookup.find(`key ${number}`);
    await lookup.find('key 1');
    expect(looks).toHaveLength(1_001);
    await lookup.find('key 0');
    expect(looks).toHaveLength(1_002);
  });
});

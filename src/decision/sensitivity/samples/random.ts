/** A source of numbers in [0, 1) that depends on nothing but its seed. */
export type Random = () => number;

/**
 * The generator sfc32 of Chris Doty-Humphrey's PractRand (public domain), seeded by one 32-bit number and warmed up:
 * 128 bits of state, period above 2³², passes PractRand and BigCrush.
 */
export function seededRandom(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9;
  let c = 0x243f6a88;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

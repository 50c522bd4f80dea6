/** Heights are told in steps, so that a frame neither trembles nor tells what is said in it. */
const STEP = 8;
const [LEAST, MOST] = [100, 20_000];

/** The height in CSS pixels that a frame gets for content of a height; 100 … 20,000. */
export function frameHeight(content: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.ceil(content / STEP) * STEP));
}

import { NASTY } from '../../report/hostile-text.ts';

const LONGEST = 200;

/** Names of subjects made of everything hostile that the service accepts: no control characters, no halves of others. */
export const HOSTILE_NAMES: readonly string[] = NASTY.filter(
  (piece) => isWhole(piece) && !/\p{Cc}/u.test(piece) && piece.trim() !== '',
).reduce<readonly string[]>(joined, []);

function joined([last, ...before]: readonly string[], piece: string): readonly string[] {
  if (last === undefined) return [piece];
  const longer = `${last} ${piece}`;
  return longer.length <= LONGEST ? [longer, ...before] : [piece, last, ...before];
}

function isWhole(text: string): boolean {
  return Buffer.from(text).toString() === text;
}

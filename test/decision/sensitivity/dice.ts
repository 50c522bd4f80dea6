/** Numbers in [0, 1) by chance, the same ones for the same seed: the generator of Park and Miller (CACM 31(10), 1988). */
export type Dice = () => number;

/** Dice for a seed from 1 to 2³¹ − 2. */
export function seededDice(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** One entry of a list that is not empty, each equally likely. */
export function oneOf<T>(dice: Dice, list: readonly T[]): T {
  const entry = list[Math.floor(dice() * list.length)];
  if (entry === undefined) throw new RangeError('nothing to draw from');
  return entry;
}

/**
 * Shares from the Dirichlet distribution: gamma numbers over their sum, each made of exponential numbers for the whole
 * part of its shape and, for the rest, of an exponential one times a beta number (Jöhnk, Metrika 8, 1964).
 */
export function drawShares(dice: Dice, shapes: readonly number[]): readonly number[] {
  const gammas = shapes.map((shape) => (shape === 0 ? 0 : gamma(dice, shape)));
  const sum = gammas.reduce((total, number) => total + number, 0);
  return gammas.map((number) => number / sum);
}

function gamma(dice: Dice, shape: number): number {
  let sum = 0;
  for (let step = 1; step <= shape; step += 1) sum += exponential(dice);
  const rest = shape % 1;
  if (rest === 0) return sum;
  for (;;) {
    const [one, other] = [dice() ** (1 / rest), dice() ** (1 / (1 - rest))];
    if (one + other > 0 && one + other <= 1) return sum + (exponential(dice) * one) / (one + other);
  }
}

function exponential(dice: Dice): number {
  return -Math.log(1 - dice());
}

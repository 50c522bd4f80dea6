import type { Landscape } from './landscape.ts';
import type { Option } from './terrain.ts';

/**
 * For every place, the index of the option whose own points do most for a weighted sum of scores; what rules on several
 * questions add is left out.
 */
export function bestOptions(
  { varying, model, shares, terrain: { scales } }: Landscape,
  coefficients: readonly number[],
): readonly number[] {
  const width = model.alternatives.length;
  const gain = ({ points: { cells, points } }: Option): number =>
    cells.reduce((sum, cell, at) => {
      const criterion = Math.floor(cell / width);
      const worth = (shares[criterion] ?? 0) / (scales[criterion] ?? 1);
      return sum + worth * (coefficients[cell % width] ?? 0) * (points[at] ?? 0);
    }, 0);
  return varying.map(({ options }) => greatest(options.map(gain)));
}

function greatest(gains: readonly number[]): number {
  return gains.reduce((best, gain, option) => (gain > (gains[best] ?? 0) ? option : best), 0);
}

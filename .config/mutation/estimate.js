/** Standard deviations to either side of the mean that hold 95 % of a normal distribution. */
const Z = 1.959_964;

/**
 * Where the share of all lies, with 95 % confidence, when so many of those drawn without putting back have something:
 * the interval of Wilson (1927), which is sound for small samples and shares near 1 too, with as many draws as those from
 * a population without end would need to tell as much.
 *
 * @param {{ readonly having: number, readonly drawn: number, readonly all: number }} counts `drawn` is 1 at least
 * @returns {{ readonly low: number, readonly high: number }} both are the share itself once all are drawn
 */
export function shareInterval({ having, drawn, all }) {
  const share = having / drawn;
  if (drawn >= all) return { low: share, high: share };
  const draws = (drawn * (all - 1)) / (all - drawn);
  const middle = (share + Z ** 2 / (2 * draws)) / (1 + Z ** 2 / draws);
  const half = (Z / (1 + Z ** 2 / draws)) * Math.sqrt((share * (1 - share)) / draws + Z ** 2 / (4 * draws ** 2));
  return { low: middle - half, high: middle + half };
}

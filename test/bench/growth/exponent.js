/**
 * The exponent with which something grows: the slope of the straight line through its logarithms that is nearest to
 * them by least squares.
 *
 * @param {readonly (readonly [size: number, value: number])[]} points
 */
export function exponentOf(points) {
  const logarithms = points.map(([size, value]) => /** @type {const} */ ([Math.log(size), Math.log(value)]));
  const meanSize = mean(logarithms.map(([size]) => size));
  const meanValue = mean(logarithms.map(([, value]) => value));
  const covariance = mean(logarithms.map(([size, value]) => (size - meanSize) * (value - meanValue)));
  return covariance / mean(logarithms.map(([size]) => (size - meanSize) ** 2));
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

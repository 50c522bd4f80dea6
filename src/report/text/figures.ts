/** A score or margin in whole points: what it can bear. */
export function points(value: number): string {
  return whole(value);
}

/** Lowest and highest in whole points. */
export function span([low, high]: readonly [low: number, high: number]): string {
  return whole(low) === whole(high) ? whole(low) : `${whole(low)}–${whole(high)}`;
}

/** What one reason adds or takes, to a tenth of a point, with its sign. */
export function signed(value: number): string {
  const tenths = Math.abs(value).toFixed(1);
  if (tenths === '0.0') return '0.0';
  return value < 0 ? `−${tenths}` : `+${tenths}`;
}

/** A share of weights, in whole per cent. */
export function percent(share: number): string {
  return `${whole(100 * share)} %`;
}

/** A share of weights to a tenth of a per cent, for two that would read the same. */
export function finePercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** A share of samples, to five per cent, never all or none unless it is. */
export function roughly(share: number): string {
  if (share <= 0 || share >= 1) return percent(share);
  const rounded = 5 * Math.round(20 * share);
  if (rounded === 0) return 'under 5 %';
  return rounded === 100 ? 'over 95 %' : `${rounded} %`;
}

/** A number of things, with the word for it. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function whole(value: number): string {
  return Math.round(value).toFixed(0).replace('-', '−');
}

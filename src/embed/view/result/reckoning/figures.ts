/** Numbers as the language writes them, rounded to what they can bear. */
export interface Figures {
  /** A score or a margin in whole points. */
  points(value: number): string;
  /** Lowest and highest in whole points; one number where they read the same. */
  span(range: readonly [low: number, high: number]): string;
  /** Points that one criterion or reason adds or takes, to a tenth, with the sign. */
  signed(value: number): string;
  /** A share (0 … 1) of all weights, in whole per cent. */
  share(value: number): string;
  /** A share (0 … 1) that is known less well, to five per cent; never all or none unless it is. */
  roughly(value: number): string;
  /** A weight as it is given. */
  weight(value: number): string;
}

/** Decimals that are certain: an evaluation and a preview of it differ below them. */
const CERTAIN = 1e9;

/** @param lang BCP 47 tag. */
export function createFigures(lang: string): Figures {
  const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const [plain, signs, percent] = [
    new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }),
    new Intl.NumberFormat(lang, { ...tenths, signDisplay: 'exceptZero' }),
    new Intl.NumberFormat(lang, { style: 'percent' }),
  ];
  const points = (value: number) => plain.format(Math.round(Math.round(value * CERTAIN) / CERTAIN));
  return {
    points,
    span: ([low, high]) => [...new Set([points(low), points(high)])].join('–'),
    signed: (value) => signs.format(value).replace('-', '−'),
    share: (value) => percent.format(value),
    roughly: (value) =>
      percent.format(value <= 0 || value >= 1 ? value : Math.min(0.95, Math.max(0.05, Math.round(20 * value) / 20))),
    weight: (value) => plain.format(value),
  };
}

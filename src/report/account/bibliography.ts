import type { Citation } from '../../decision/model/document.ts';

/** A source with its number in the record, from 1. */
export interface NumberedSource extends Citation {
  readonly number: number;
}

/** Every source of a record once, in the order in which it is cited. */
export interface Bibliography {
  readonly sources: readonly NumberedSource[];
  /** The same sources as numbered ones. */
  cited(citations: readonly Citation[]): readonly NumberedSource[];
}

/** Numbers sources in the order given. */
export function bibliographyOf(citations: readonly Citation[]): Bibliography {
  const numbered = new Map<string, NumberedSource>();
  for (const citation of citations) {
    const key = keyOf(citation);
    if (!numbered.has(key)) numbered.set(key, { ...citation, number: numbered.size + 1 });
  }
  return {
    sources: [...numbered.values()],
    cited: (some) => some.map((one) => numbered.get(keyOf(one))).filter((one) => one !== undefined),
  };
}

function keyOf({ title, url }: Citation): string {
  return JSON.stringify([title, url]);
}

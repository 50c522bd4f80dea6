import type { Finding } from '../../decision/model/finding.ts';

/** Where something stands in a text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A finding that may know where in the text it stands: one about syntax has no path to lead there. */
export interface PlacedFinding extends Finding {
  readonly place?: Place;
}

/** A place as it is said in a sentence. */
export function placeInWords({ line, column }: Place): string {
  return `Line ${line}, column ${column}`;
}

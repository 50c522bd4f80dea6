import fc from 'fast-check';

/** Any numbers by id, for some of the ids. */
export function arbitraryNumbers(
  ids: readonly string[],
  number: fc.Arbitrary<number>,
): fc.Arbitrary<Readonly<Record<string, number>>> {
  return fc
    .subarray([...ids])
    .chain((named) => fc.tuple(...named.map((id) => number.map((value) => [id, value] as const))))
    .map((entries) => Object.fromEntries(entries));
}

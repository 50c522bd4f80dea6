/** Where entries stand, by their ids. */
export function indexById(entries: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(entries.map(({ id }, index) => [id, index]));
}

/**
 * The entry of that id.
 *
 * @throws RangeError when there is none, which a check of the model would have found.
 */
export function found<T>(entries: ReadonlyMap<string, T>, key: string): T {
  const value = entries.get(key);
  if (value === undefined) throw new RangeError(`the model has no entry ${key}`);
  return value;
}

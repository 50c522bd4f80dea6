const dist = new URL('../../../dist/', import.meta.url);

/**
 * The address of a file of the service as it was built. Its types come from its source, for the file itself has none.
 *
 * @param {string} path
 */
export function built(path) {
  return new URL(path, dist).href;
}

// One place of a body, made into something else.

/**
 * Puts a value somewhere into the body of a request; a request without one keeps none.
 *
 * @param {readonly [place: number, value: unknown]} choice
 * @returns {import('./spoilers.js').Spoiler}
 */
export function spoilBody([place, value]) {
  return (request) => {
    if (request.body === undefined) return request;
    // A batch has several lines, any other body one.
    const lines = request.body.toString('utf8').split('\n');
    const line = place % lines.length;
    const ways = waysInto(JSON.parse(lines[line] ?? ''));
    const spoilt = ways[place % ways.length]?.(value);
    return { ...request, kind: 'value', body: Buffer.from(lines.with(line, JSON.stringify(spoilt)).join('\n'), 'utf8') };
  };
}

/**
 * Functions from a value to the root with that value somewhere in it: instead of any part, beside any property, or with
 * a property left out.
 *
 * @param {unknown} root
 * @returns {readonly ((value: unknown) => unknown)[]}
 */
function waysInto(root) {
  const instead = (/** @type {unknown} */ value) => value;
  if (typeof root !== 'object' || root === null) return [instead];
  const entries = Object.entries(root);
  const rebuilt = (/** @type {(readonly [string, unknown])[]} */ parts) =>
    Array.isArray(root) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
  const inside = entries.flatMap(([key, part], index) =>
    waysInto(part).map((way) => (/** @type {unknown} */ value) => rebuilt(entries.with(index, [key, way(value)]))),
  );
  const without = entries.map((_, index) => () => rebuilt(entries.toSpliced(index, 1)));
  const beside = (/** @type {unknown} */ value) => rebuilt([...entries, ['surprise', value]]);
  return [instead, beside, ...inside, ...without];
}

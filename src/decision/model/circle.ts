/**
 * Walks a graph depth first and leaves every name after those it leads to.
 *
 * @param leave is told each name once, as it is left.
 * @returns the first circle met, its first name repeated at the end; undefined when there is none.
 */
export function walk(
  names: Iterable<string>,
  leadsTo: (name: string) => readonly string[],
  leave: (name: string) => void = () => {},
): readonly string[] | undefined {
  const left = new Set<string>();
  const trail: string[] = [];
  const visit = (name: string): readonly string[] | undefined => {
    if (left.has(name)) return undefined;
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    trail.push(name);
    const circle = firstOf(leadsTo(name), visit);
    trail.pop();
    if (circle === undefined) {
      left.add(name);
      leave(name);
    }
    return circle;
  };
  return firstOf(names, visit);
}

function firstOf<T>(names: Iterable<string>, visit: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = visit(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

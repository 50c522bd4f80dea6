/**
 * Walks a graph depth first and leaves every node after those it leads to.
 *
 * @param leave is told each node once, as it is left.
 * @returns the first circle met, its first node repeated at the end; undefined when there is none.
 */
export function walk(
  nodes: Iterable<string>,
  leadsTo: (node: string) => readonly string[],
  leave: (node: string) => void = () => {},
): readonly string[] | undefined {
  const left = new Set<string>();
  const trail: string[] = [];
  const visit = (node: string): readonly string[] | undefined => {
    if (left.has(node)) return undefined;
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    trail.push(node);
    const circle = firstOf(leadsTo(node), visit);
    trail.pop();
    if (circle === undefined) {
      left.add(node);
      leave(node);
    }
    return circle;
  };
  return firstOf(nodes, visit);
}

function firstOf<T>(nodes: Iterable<string>, visit: (node: string) => T | undefined): T | undefined {
  for (const node of nodes) {
    const found = visit(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

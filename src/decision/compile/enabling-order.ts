import { questionsRead } from '../model/condition.ts';
import type { DecisionModel } from '../model/document.ts';

/**
 * Indices of the questions in an order in which each comes after all those that its `enabledWhen` reads; otherwise
 * the author's order.
 *
 * @throws RangeError when enabling conditions go in a circle, which a check would have found.
 */
export function enablingOrder(document: DecisionModel): readonly number[] {
  const order: number[] = [];
  const circle = walk(document, (index) => order.push(index));
  if (circle !== undefined) throw new RangeError(`enabling conditions go in a circle: ${circle.join(' → ')}`);
  return order;
}

/** The ids of questions whose enabling conditions go in a circle, first one repeated at the end; undefined when none do. */
export function enablingCircle(document: DecisionModel): readonly string[] | undefined {
  return walk(document, () => {});
}

/** Depth-first topological walk; stops at the first circle and returns it. */
function walk(document: DecisionModel, leave: (index: number) => void): readonly string[] | undefined {
  const facts = new Map(Object.entries(document.facts ?? {}));
  const indices = new Map(document.questions.map(({ id }, index) => [id, index]));
  const left = new Set<string>();
  const visit = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    if (left.has(id)) return undefined;
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    const index = indices.get(id);
    const condition = index === undefined ? undefined : document.questions[index]?.enabledWhen;
    for (const read of condition === undefined ? [] : questionsRead(condition, facts)) {
      const circle = visit(read, [...trail, id]);
      if (circle !== undefined) return circle;
    }
    left.add(id);
    if (index !== undefined) leave(index);
    return undefined;
  };
  for (const { id } of document.questions) {
    const circle = visit(id, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

/**
 * Finds what conditions depend on: from ids of questions to the indices of these and of all that enable them, in
 * enabling order.
 */
export function createDependencies(
  document: DecisionModel,
  order: readonly number[],
): (ids: readonly string[]) => readonly number[] {
  const facts = new Map(Object.entries(document.facts ?? {}));
  const enablers = new Map(
    document.questions.map(({ id, enabledWhen }) => [id, enabledWhen === undefined ? [] : questionsRead(enabledWhen, facts)]),
  );
  return (ids) => {
    const needed = new Set<string>();
    const pending = [...ids];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (needed.has(id)) continue;
      needed.add(id);
      pending.push(...(enablers.get(id) ?? []));
    }
    return order.filter((index) => needed.has(document.questions[index]?.id ?? ''));
  };
}

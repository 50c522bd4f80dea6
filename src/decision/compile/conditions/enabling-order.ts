import { walk } from '../../model/circle.ts';
import { questionsRead } from '../../model/condition.ts';
import type { DecisionModel } from '../../model/document.ts';

/**
 * Indices of the questions in an order in which each comes after all those that its `enabledWhen` reads; otherwise
 * the author's order.
 *
 * @throws RangeError when enabling conditions go in a circle, which a check would have found.
 */
export function enablingOrder(document: DecisionModel): readonly number[] {
  const indices = new Map(document.questions.map(({ id }, index) => [id, index]));
  const order: number[] = [];
  const circle = enablersFirst(document, (id) => order.push(indices.get(id) ?? -1));
  if (circle !== undefined) throw new RangeError(`enabling conditions go in a circle: ${circle.join(' → ')}`);
  return order;
}

/** The ids of questions whose enabling conditions go in a circle, first one repeated at the end; undefined when none do. */
export function enablingCircle(document: DecisionModel): readonly string[] | undefined {
  return enablersFirst(document);
}

function enablersFirst(document: DecisionModel, leave?: (id: string) => void): readonly string[] | undefined {
  const facts = new Map(Object.entries(document.facts ?? {}));
  const conditions = new Map(document.questions.map(({ id, enabledWhen }) => [id, enabledWhen]));
  const enablers = (id: string) => {
    const condition = conditions.get(id);
    return condition === undefined ? [] : questionsRead(condition, facts);
  };
  return walk(conditions.keys(), enablers, leave);
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

/**
 * A test on the answer to one question. Several tests in one leaf must all hold.
 *
 * `is` and `in` read a `single` or `boolean` answer; `has`, `hasAny`, `hasAll`, `only`, `countAtLeast` and
 * `countAtMost` read a `multiple` one; `atLeast` and `atMost` (both inclusive) read a `scale` or an `integer`.
 */
export interface Leaf {
  readonly question: string;
  readonly is?: string | boolean;
  readonly in?: readonly (string | boolean)[];
  readonly has?: string;
  readonly hasAny?: readonly string[];
  readonly hasAll?: readonly string[];
  readonly only?: readonly string[];
  readonly countAtLeast?: number;
  readonly countAtMost?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** A statement about the answers; `all` and `any` are never empty, `fact` names an entry of the model's `facts`. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string }
  | Leaf;

/** The tests a leaf may carry, by the type of question they read. */
export const TESTS_BY_TYPE = {
  single: ['is', 'in'],
  boolean: ['is', 'in'],
  multiple: ['has', 'hasAny', 'hasAll', 'only', 'countAtLeast', 'countAtMost'],
  scale: ['atLeast', 'atMost'],
  integer: ['atLeast', 'atMost'],
} as const satisfies Record<string, readonly (keyof Leaf)[]>;

/** One node of a condition with the JSON Pointer that leads to it from the condition's own root. */
export interface ConditionNode {
  readonly condition: Condition;
  readonly path: string;
}

/** Every node of a condition, outermost first, without following facts. */
export function* nodesOf(condition: Condition, path = ''): Generator<ConditionNode> {
  yield { condition, path };
  if ('all' in condition) yield* listed(condition.all, `${path}/all`);
  else if ('any' in condition) yield* listed(condition.any, `${path}/any`);
  else if ('not' in condition) yield* nodesOf(condition.not, `${path}/not`);
}

function* listed(conditions: readonly Condition[], path: string): Generator<ConditionNode> {
  for (const [index, condition] of conditions.entries()) yield* nodesOf(condition, `${path}/${index}`);
}

/** The leaves of a condition, facts followed, in the order of first mention. */
export function leavesOf(condition: Condition, facts: ReadonlyMap<string, Condition>): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const pending = [condition];
  const followed = new Set<string>();
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const { condition: node } of nodesOf(next)) {
      if ('question' in node) leaves.push(node);
      if ('fact' in node && !followed.has(node.fact)) {
        followed.add(node.fact);
        const fact = facts.get(node.fact);
        if (fact !== undefined) pending.push(fact);
      }
    }
  }
  return leaves;
}

/** The ids of the questions a condition reads, facts followed, in the order of first mention. */
export function questionsRead(condition: Condition, facts: ReadonlyMap<string, Condition>): readonly string[] {
  return [...new Set(leavesOf(condition, facts).map(({ question }) => question))];
}

/** A statement with the values that go into it. */
interface Statement {
  readonly sql: string;
  readonly args: readonly unknown[];
}

/** Statements that a connection remembers at most. There are some dozens, and more where lists differ in length. */
const MOST = 500;

/**
 * Names statements by their text: PostgreSQL parses a named one once for each connection. One without values is not worth
 * it; it gets the empty name, which is none, and so does every further one when there are too many.
 */
export function createStatementNames(): (statement: Statement) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0) return '';
    const known = names.get(sql);
    if (known !== undefined || names.size === MOST) return known ?? '';
    const name = `statement-${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}

import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQueryable,
} from '@prisma/driver-adapter-utils';

/** Breaks the connection at one of the steps that are taken from when it is set. */
export interface Fuse {
  /** At which step, 1 for the first: before it reaches the database, or when it was carried out and only the answer is lost. */
  set(step: number, moment: 'before' | 'after'): void;
  /** Lets everything pass and tells how many steps there were. */
  clear(): number;
}

/** Puts a fuse between Prisma and a database. */
export function fused(factory: SqlDriverAdapterFactory): { readonly adapter: SqlDriverAdapterFactory; readonly fuse: Fuse } {
  let steps = 0;
  let blown: { readonly at: number; readonly moment: 'before' | 'after' } | undefined;
  const broken = () => new DriverAdapterError({ kind: 'ConnectionClosed' });

  /** `giveUp` is what the database does by itself when the connection is gone. */
  async function pass<T>(step: () => Promise<T>, giveUp: () => Promise<unknown> = () => Promise.resolve()): Promise<T> {
    steps++;
    const blows = steps === blown?.at;
    if (blows && blown?.moment === 'before') {
      await giveUp();
      throw broken();
    }
    const result = await step();
    if (blows) throw broken();
    return result;
  }

  const queries = (inner: SqlQueryable) => ({
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query: Parameters<SqlQueryable['queryRaw']>[0]) => pass(() => inner.queryRaw(query)),
    executeRaw: (query: Parameters<SqlQueryable['executeRaw']>[0]) => pass(() => inner.executeRaw(query)),
  });

  const connection = (inner: SqlDriverAdapter): SqlDriverAdapter => ({
    ...queries(inner),
    ...(inner.getConnectionInfo && { getConnectionInfo: inner.getConnectionInfo.bind(inner) }),
    executeScript: (script) => inner.executeScript(script),
    dispose: () => inner.dispose(),
    async startTransaction(level) {
      // A transaction that begins has an owner: here nothing can be carried out and its answer lost.
      await pass(() => Promise.resolve());
      const transaction = await inner.startTransaction(level);
      return {
        ...queries(transaction),
        options: transaction.options,
        commit: () =>
          pass(
            () => transaction.commit(),
            () => transaction.rollback(),
          ),
        rollback: () => transaction.rollback(),
      };
    },
  });

  return {
    adapter: {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: async () => connection(await factory.connect()),
    },
    fuse: {
      set(at, moment) {
        steps = 0;
        blown = { at, moment };
      },
      clear() {
        blown = undefined;
        return steps;
      },
    },
  };
}

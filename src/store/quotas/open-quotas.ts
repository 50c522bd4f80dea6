import type { Logger } from 'pino';
import type { Quota, QuotaLimits, Quotas } from '../../services/limits/quota.ts';
import { memoryQuota } from './memory-quota.ts';

/** Quotas that hold on to connections. */
export interface OpenQuotas extends Quotas {
  close(): Promise<void>;
}

type Log = Pick<Logger, 'warn'>;

/** How the quota of a name and a limit is kept. */
type Keeping = (name: keyof QuotaLimits, limit: number) => Quota;

/**
 * Keeps quotas beside the data: on PostgreSQL for all replicas together, with SQLite in the memory of the one process
 * that there is. Nothing is connected to before somebody is counted.
 */
export async function openQuotas(databaseUrl: string, limits: QuotaLimits, log: Log): Promise<OpenQuotas> {
  if (databaseUrl.startsWith('file:')) {
    return { ...quotas(limits, (_name, limit) => memoryQuota(limit)), close: () => Promise.resolve() };
  }
  const [{ Pool }, { countingSettings, surviveLostConnections }, { sharedQuota }] = await Promise.all([
    import('pg'),
    import('../database/postgresql.ts'),
    import('./shared-quota.ts'),
  ]);
  const pool = new Pool(countingSettings(databaseUrl));
  surviveLostConnections(pool);
  const warn = (error: Error) => log.warn({ reason: error.message }, 'requests are counted by each process for itself');
  // A connection that is lost while nobody uses it says so here, and the next count opens another.
  pool.on('error', () => undefined);
  return { ...quotas(limits, (name, limit) => sharedQuota({ pool, name, limit, warn })), close: () => pool.end() };
}

function quotas({ requests, failures }: QuotaLimits, keeping: Keeping): Quotas {
  return {
    ...(requests !== undefined && { requests: keeping('requests', requests) }),
    failures: keeping('failures', failures),
  };
}

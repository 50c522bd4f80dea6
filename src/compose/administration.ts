import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { ApiKeys } from '../services/identity/api-keys.ts';
import { openStore } from '../store/open-store.ts';
import { composeIdentity } from './identity.ts';

/** What an operator does on the database alone, whether the service runs or not. */
export interface Administration {
  readonly apiKeys: ApiKeys;
  readonly now: () => Date;
  close(): Promise<void>;
}

/** Opens the database for an operator, migrated like the service does it. */
export async function openAdministration(config: Config, log: Log, now = () => new Date()): Promise<Administration> {
  const store = await openStore(config.databaseUrl, log);
  return { apiKeys: composeIdentity(config, { store: store.apiKeys, now }).apiKeys, now, close: () => store.close() };
}

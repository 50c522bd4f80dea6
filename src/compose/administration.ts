import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { loadCatalogue, modelDirectories } from '../models/load-catalogue.ts';
import type { ApiKeys } from '../services/identity/api-keys.ts';
import { openStore } from '../store/open-store.ts';
import { composeIdentity } from './identity.ts';

/** What an operator does on the database alone, whether the service runs or not. */
export interface Administration {
  readonly apiKeys: ApiKeys;
  readonly now: () => Date;
  close(): Promise<void>;
}

/** What an administration depends on beside the configuration. */
export interface AdministrationNeeds {
  readonly log: Log;
  readonly now: () => Date;
  /** Whether the database is made where there is none. */
  readonly mayBeNew: boolean;
}

/** Opens the database for an operator, migrated like the service does it. Models are read when a key is to be for one. */
export async function openAdministration(config: Config, { log, now, mayBeNew }: AdministrationNeeds): Promise<Administration> {
  const store = await openStore(config.databaseUrl, { log, mayBeNew });
  const models = { list: () => loadCatalogue({ directories: modelDirectories(config.modelsDir), log }).list() };
  return { apiKeys: composeIdentity(config, { store: store.apiKeys, models, now }).apiKeys, now, close: () => store.close() };
}

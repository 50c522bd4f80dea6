import { openAdministration } from '../../src/compose/administration.ts';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import type { IssuedKey, NewKey } from '../../src/services/identity/api-keys.ts';
import { PERMISSIONS } from '../../src/services/identity/caller.ts';
import { type Client, createClient } from './client.ts';
import type { ContractChecker } from './contract-checker.ts';
import { config, type ServiceUnderTest, START, startService } from './service-under-test.ts';

/** The real service with keys, and an operator beside it who hands them out. */
export interface GuardedService extends Omit<ServiceUnderTest, 'call' | 'seen' | 'restart'> {
  /** A key as the operator makes it, as of some milliseconds after the start of the clock. */
  issue(wish: NewKey, where?: { readonly workspace?: string; readonly at?: number }): Promise<IssuedKey>;
  /** A client that sends a credential, and calls from the page of an origin. */
  as(credential: string, checker?: ContractChecker, origin?: string): Client;
  /** A client that sends none. */
  asStranger(checker?: ContractChecker): Client;
}

export const PEPPER = 'a pepper that is only good for tests, and long';
export const PORTAL = 'https://portal.example.org';

export const ALL = { name: 'everything', kind: 'secret', permissions: PERMISSIONS, lifetimeDays: 365 } as const satisfies NewKey;
export const EMBED = {
  name: 'form',
  kind: 'embed',
  model: 'delivery-approach',
  origins: [PORTAL],
  lifetimeDays: 365,
} as const satisfies NewKey;

/** Starts the service with a pepper; strangers may try as often as a test needs. */
export async function startGuardedService(overrides: Partial<Config> = {}): Promise<GuardedService> {
  const guarded = { keyPepper: PEPPER, rateLimits: { failures: 1_000_000 }, ...overrides };
  const { call: _, seen: __, restart: ___, ...service } = await startService(guarded);
  let clock = START;
  const settings = { ...config(service.database), keyPepper: PEPPER };
  const administration = await openAdministration(settings, {
    log: createLog('silent'),
    now: () => new Date(clock),
    mayBeNew: true,
  });
  return {
    ...service,
    async issue(wish, { workspace = 'default', at = 0 } = {}) {
      const scope = { workspace, actor: { kind: 'operator', id: 'operator' } } as const;
      clock = START + at;
      return administration.apiKeys.create({ scope, permissions: new Set(PERMISSIONS) }, wish);
    },
    as(credential, checker, origin) {
      const headers = { Authorization: `Bearer ${credential}`, ...(origin !== undefined && { Origin: origin }) };
      return createClient(service.url, checker, headers);
    },
    asStranger: (checker) => createClient(service.url, checker),
    async discard() {
      await administration.close();
      await service.discard();
    },
  };
}

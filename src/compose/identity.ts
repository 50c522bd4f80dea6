import { isLoopback } from '../config/loopback.ts';
import { type Config, ConfigRefused } from '../config.ts';
import type { Log } from '../log.ts';
import { createIssuerKeys } from '../oidc/issuer-keys.ts';
import { createTokenWitness } from '../oidc/token-witness.ts';
import { type ApiKeys, createApiKeys } from '../services/identity/api-keys.ts';
import { type AssessmentTokens, createAssessmentTokens } from '../services/identity/assessment-tokens.ts';
import { type Authenticator, OPEN } from '../services/identity/authenticator.ts';
import { createGuard } from '../services/identity/guard.ts';
import { createKeyLookup } from '../services/identity/key-lookup.ts';
import type { KeyStore } from '../services/identity/key-store.ts';
import { createKeyWitness } from '../services/identity/key-witness.ts';
import { createPepper } from '../services/identity/pepper.ts';
import type { ModelCatalogue } from '../services/model-catalogue.ts';

/** Who is let in, and how keys are handed out. */
export interface IdentityParts {
  readonly authenticator: Authenticator;
  readonly apiKeys: ApiKeys;
  readonly assessmentTokens: Pick<AssessmentTokens, 'tokenFor'>;
}

/** What identity depends on beside the configuration. */
export interface IdentityNeeds {
  readonly store: KeyStore;
  readonly models: Pick<ModelCatalogue, 'list'>;
  readonly now: () => Date;
}

/** Nobody gets in with an embed key where there are none. */
const NO_TOKENS: Pick<AssessmentTokens, 'tokenFor'> = { tokenFor: async () => undefined };

/** Open where neither keys nor an issuer are configured, guarded otherwise. */
export function composeIdentity(
  { keyPepper, keyPepperBefore, oidc }: Config,
  { store, models, now }: IdentityNeeds,
): IdentityParts {
  const lookup = createKeyLookup({ store, now });
  const pepper = keyPepper === undefined ? undefined : createPepper(keyPepper, keyPepperBefore);
  const apiKeys = createApiKeys({ store, lookup, models, pepper, now });
  const assessmentTokens = pepper && createAssessmentTokens({ lookup, pepper, now });
  const witnesses = [
    ...(pepper && assessmentTokens ? [createKeyWitness({ lookup, pepper, now }), assessmentTokens] : []),
    ...(oidc ? [createTokenWitness({ oidc, keys: createIssuerKeys(oidc), now })] : []),
  ];
  const authenticator = witnesses.length > 0 ? createGuard(witnesses) : OPEN;
  return { authenticator, apiKeys, assessmentTokens: assessmentTokens ?? NO_TOKENS };
}

/** What an open service may be called beside the names of its own machine; undefined where callers show who they are. */
export function ownHosts({ keyPepper, oidc, publicUrl }: Config): readonly string[] | undefined {
  if (keyPepper !== undefined || oidc !== undefined) return undefined;
  return publicUrl === '' ? [] : [new URL(publicUrl).host];
}

/**
 * Says loudly who is let in where that may surprise.
 *
 * @throws ConfigRefused where nobody could be let in at an address that others reach.
 */
export async function checkDoors(
  config: Config,
  { store, now }: Omit<IdentityNeeds, 'models'>,
  log: Pick<Log, 'warn'>,
): Promise<void> {
  const { host, keyPepper, oidc } = config;
  if (oidc !== undefined) return;
  if (keyPepper === undefined) {
    log.warn(`OPEN: everybody who reaches ${host} may do everything, without a key. Set KEY_PEPPER or OIDC_ISSUER to guard it.`);
    return;
  }
  if (await store.anyUsable(now())) return;
  const remedy = 'There is no API key that is in use. Create one: npm run keys -- create --name first --permissions keys:manage';
  if (!isLoopback(host)) throw new ConfigRefused([`KEY_PEPPER: ${remedy}`]);
  log.warn(`GUARDED, and nobody can come in. ${remedy}`);
}

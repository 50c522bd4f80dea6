import type { Client } from '../client.ts';
import { ContractChecker } from '../contract-checker.ts';
import type { Things } from '../good-calls.ts';
import { ALL, EMBED, type GuardedService, PORTAL, startGuardedService } from '../guarded-service.ts';
import { type IdentityProvider, startIdentityProvider } from '../identity-provider.ts';

/** An assessment that a page created, what was recorded for it, a key, a webhook that was told something, and the token that opens the assessment. */
export interface OpenedThings extends Things {
  readonly token: string;
}

/** A guarded service and an issuer, with what callers of every kind are made from. */
export interface Lab {
  readonly service: GuardedService;
  readonly provider: IdentityProvider;
  readonly checker: ContractChecker;
  /** May do everything. */
  readonly root: Client;
  /** Things that nothing changes. */
  readonly made: OpenedThings;
  newThings(): Promise<OpenedThings>;
  discard(): Promise<void>;
}

/** Starts both. */
export async function startLab(): Promise<Lab> {
  const checker = new ContractChecker();
  const provider = await startIdentityProvider();
  const service = await startGuardedService({ oidc: provider.oidc });
  const root = service.as((await service.issue(ALL)).secret, checker);
  const page = service.as((await service.issue(EMBED)).secret, checker, PORTAL);

  async function newThings(): Promise<OpenedThings> {
    const { body } = await page.call('createAssessment', { body: { subject: { ref: 'a' } } });
    const record = await root.call('recordRecommendation', { params: { id: body.id }, body: {} });
    const key = await root.call('createApiKey', { body: { name: 'portal', permissions: ['models:read'] } });
    const webhook = await root.call('createWebhook', {
      body: { url: 'https://receiver.invalid/', events: ['assessment.updated'] },
    });
    const test = await root.call('testWebhook', { params: { id: webhook.body.id } });
    const told = { webhook: webhook.body.id, delivery: test.body.id };
    return { assessment: body.id, recommendation: record.body.id, key: key.body.id, ...told, token: body.token };
  }

  return {
    service,
    provider,
    checker,
    root,
    made: await newThings(),
    newThings,
    async discard() {
      await service.discard();
      await provider.stop();
    },
  };
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ALL, EMBED, PEPPER, PORTAL, startGuardedService } from './guarded-service.ts';
import { startIdentityProvider } from './identity-provider.ts';

describe('secrets', () => {
  it('are neither logged nor kept, neither audited nor told, whatever happens with them', async () => {
    const provider = await startIdentityProvider();
    const service = await startGuardedService({ oidc: provider.oidc });
    const root = await service.issue(ALL);
    const embed = await service.issue(EMBED);
    const client = service.as(root.secret);
    const { body: created } = await client.call('createApiKey', { body: { name: 'key', permissions: ['models:read'] } });
    const { body: rotated } = await client.call('rotateApiKey', { params: { id: created.id } });
    const { body } = await service
      .as(embed.secret, undefined, PORTAL)
      .call('createAssessment', { body: { subject: { ref: 'a' } } });
    const jwt = await provider.sign({ tenant: 'default', scope: 'models:read' });
    const secrets = [root.secret, embed.secret, created.secret, rotated.secret, body.token, jwt];

    const replies = [];
    for (const secret of secrets) {
      for (const credential of [secret, `${secret.slice(0, -1)}~`]) {
        replies.push(await service.as(credential).call('listAuditEntries'));
        replies.push(await service.as(credential).call('getAssessment', { params: { id: body.id } }));
      }
    }
    replies.push(await client.call('listAuditEntries'), await client.call('listApiKeys'));
    const told = replies.map(({ text, headers }) => text + JSON.stringify(headers)).join('\n');
    const kept = ['', '-wal'].map((suffix) => readFileSync(service.database + suffix, 'latin1')).join('\n');
    const logged = JSON.stringify(service.logged);
    for (const text of [told, kept, logged]) {
      expect(text).toContain(root.key.id);
      for (const secret of [...secrets, PEPPER]) expect(text).not.toContain(secret.split('.').at(-1)?.slice(-32));
    }
    await service.discard();
    await provider.stop();
  });
});

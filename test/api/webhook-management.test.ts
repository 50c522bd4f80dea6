import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { ALL, type GuardedService, startGuardedService } from './guarded-service.ts';
import { startIdentityProvider } from './identity-provider.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const ADDRESS = 'https://receiver.invalid/told?token=of-the-receiver';
const EVENTS = ['recommendation.recorded'];

/** Keeps the sender out of the way: what is disabled is not told anything. */
const QUIET = { url: ADDRESS, events: EVENTS, enabled: false };

describe('managing webhooks', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  it('creates one, and shows its secret at that moment only', async () => {
    const { status, body, headers } = await service.call('createWebhook', { body: { ...QUIET, description: 'chat' } });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ location: `/v1/webhooks/${body.id}`, etag: '"1"', 'cache-control': 'no-store' });
    const { secret, ...shown } = body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(shown).toEqual({
      ...QUIET,
      id: body.id,
      description: 'chat',
      revision: 1,
      createdAt: body.createdAt,
      updatedAt: body.createdAt,
    });
    expect((await service.call('getWebhook', { params: { id: body.id } })).body).toEqual(shown);
    expect((await service.call('listWebhooks')).body.items).toContainEqual(shown);
  });

  it('creates one once, however often it is asked, and shows the same secret for ten minutes', async () => {
    const again = { headers: { 'Idempotency-Key': 'the-first-webhook' }, body: QUIET };
    const first = await service.call('createWebhook', again);
    const second = await service.call('createWebhook', again);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    const other = { ...again, body: { ...QUIET, enabled: true } };
    expect((await service.call('createWebhook', other)).body.code).toBe('idempotency-key-reused');
    // Every look at the clock makes it a second later.
    for (let minute = 0; minute < 10; minute++) {
      const looks = Array.from({ length: 60 }, () =>
        service.call('changeWebhook', { params: { id: first.body.id }, body: { revision: 1 } }),
      );
      await Promise.all(looks);
    }
    const { secret: _, ...shown } = first.body;
    expect((await service.call('createWebhook', again)).body).toEqual(shown);

    const id = '01900000-0000-7000-8000-0000000000ff';
    const own = await service.call('createWebhook', { body: { ...QUIET, id } });
    expect(own.body.id).toBe(id);
    expect((await service.call('createWebhook', { body: { ...QUIET, id } })).body).toEqual(own.body);
    expect((await service.call('createWebhook', { body: { ...QUIET, id, events: ['assessment.updated'] } })).body.code).toBe(
      'id-taken',
    );
  });

  it('changes what is named, against the revision that is current', async () => {
    const { body: created, headers } = await service.call('createWebhook', { body: { ...QUIET, description: 'chat' } });
    const params = { id: created.id };
    const url = 'https://other.invalid/';
    const changed = await service.call('changeWebhook', {
      params,
      headers: { 'If-Match': headers['etag'] ?? '' },
      body: { url: 'https://OTHER.invalid', events: ['assessment.updated'], description: '' },
    });
    expect(changed.headers['etag']).toBe('"2"');
    expect(changed.body).toMatchObject({ url, events: ['assessment.updated'], revision: 2 });
    expect(changed.body).not.toHaveProperty('description');
    const stale = await service.call('changeWebhook', { params, body: { revision: 1, enabled: true } });
    expect([stale.status, stale.body.currentRevision]).toEqual([412, 2]);
    expect((await service.call('changeWebhook', { params, body: { revision: 2, url } })).body.revision).toBe(2);
    expect((await service.call('deleteWebhook', { params, query: 'revision=1' })).status).toBe(412);
    expect((await service.call('deleteWebhook', { params, query: 'revision=2' })).status).toBe(204);
    expect((await service.call('getWebhook', { params })).status).toBe(404);
  });

  it('lists them in pages', async () => {
    for (let count = 0; count < 3; count++) await service.call('createWebhook', { body: QUIET });
    const { body: whole } = await service.call('listWebhooks', { query: 'limit=100' });
    const seen: unknown[] = [];
    for (let query = 'limit=2'; query !== ''; ) {
      const { body, headers } = await service.call('listWebhooks', { query });
      seen.push(...body.items);
      expect(headers['link'] === undefined).toBe(body.next === undefined);
      query = body.next === undefined ? '' : `limit=2&cursor=${body.next}`;
    }
    expect(seen).toEqual(whole.items);
  });

  it.each([
    [{ url: 'http://receiver.example.org/' }, '/url', 'target-refused'],
    [{ url: 'https://127.0.0.1/' }, '/url', 'target-refused'],
    [{ url: 'https://[::ffff:10.0.0.1]/' }, '/url', 'target-refused'],
    [{ url: 'https://localhost/' }, '/url', 'target-refused'],
    [{ url: 'https://receiver.example.org:25/' }, '/url', 'target-refused'],
    [{ url: 'https://user:password@receiver.example.org/' }, '/url', 'invalid-url'],
    [{ url: 'https://user@receiver.example.org/' }, '/url', 'invalid-url'],
    [{ url: 'https://[::1/' }, '/url', 'invalid-url'],
    [{ url: 'https://receiver.example.org:99999/' }, '/url', 'invalid-url'],
    [{ url: 'https://receiver.example.org/#part' }, '/url', 'invalid-format'],
    [{ url: 'https://receiver.example.org/a b' }, '/url', 'invalid-format'],
    [{ url: 'https://rec\teiver.example.org/' }, '/url', 'invalid-format'],
    [{ url: 'https://empfänger.example.org/' }, '/url', 'invalid-format'],
    [{ url: 'ftp://receiver.example.org/' }, '/url', 'invalid-format'],
    [{ events: [] }, '/events', 'too-small'],
    [{ events: ['recommendation.recorded', 'recommendation.recorded'] }, '/events', 'duplicate-value'],
    [{ events: ['webhook.test'] }, '/events/0', 'invalid-value'],
    [{ secret: 'whsec_mine' }, '/secret', 'unknown-field'],
  ])('refuses %j', async (wrong, pointer, code) => {
    const { status, body } = await service.call('createWebhook', { body: { ...QUIET, ...wrong } });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer, code })]]);
  });

  it('refuses an address that is longer than 2,048 characters', async () => {
    const url = `https://receiver.example.org/${'x'.repeat(2048)}`;
    const { body } = await service.call('createWebhook', { body: { ...QUIET, url } });
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/url', code: 'too-big' })]);
  });

  it('refuses a change to where webhooks may not lead', async () => {
    const { body } = await service.call('createWebhook', { body: QUIET });
    const change = { revision: 1, url: 'https://169.254.169.254/latest' };
    const refused = await service.call('changeWebhook', { params: { id: body.id }, body: change });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/url', code: 'target-refused' })]);
  });

  it('knows no delivery of another webhook', async () => {
    const one = await service.call('createWebhook', { body: { ...QUIET, enabled: true } });
    const other = await service.call('createWebhook', { body: { ...QUIET, enabled: true } });
    const { body: delivery } = await service.call('testWebhook', { params: { id: one.body.id } });
    const params = { id: other.body.id, delivery: delivery.id };
    expect((await service.call('getWebhookDelivery', { params })).body.code).toBe('delivery-not-found');
    expect((await service.call('replayWebhookDelivery', { params })).body.code).toBe('delivery-not-found');
    const nowhere = { ...params, id: '01900000-0000-7000-8000-999999999999' };
    expect((await service.call('getWebhookDelivery', { params: nowhere })).body.code).toBe('webhook-not-found');
  });

  it('tells the audit log who did what, and no log where webhooks lead', async () => {
    const { body } = await service.call('createWebhook', { body: QUIET });
    const params = { id: body.id };
    await service.call('changeWebhook', { params, body: { revision: 1, enabled: true } });
    await service.call('rotateWebhookSecret', { params });
    await service.call('testWebhook', { params });
    await service.call('deleteWebhook', { params, query: 'revision=3' });
    const { body: audit, text } = await service.call('listAuditEntries', { query: `resource=${body.id}` });
    const done = audit.items.map((entry: { action: string; revision?: number }) => [entry.action, entry.revision]);
    expect(done).toEqual([
      ['delete', 3],
      ['test', undefined],
      ['rotate', 3],
      ['change', 2],
      ['create', 1],
    ]);
    expect(text).not.toContain('receiver.invalid');
    expect(JSON.stringify(service.logged)).not.toMatch(/receiver\.invalid|whsec_|of-the-receiver/);
  });
});

describe('the secrets of webhooks', () => {
  function kept(database: string): readonly string[] {
    const rows = new Database(database, { readonly: true }).prepare('SELECT secrets FROM webhook').all();
    return (rows as { secrets: string }[]).map(({ secrets }) => secrets);
  }

  it('are sealed in the database of a service with keys', async () => {
    const service: GuardedService = await startGuardedService();
    const root = service.as((await service.issue(ALL)).secret);
    const { body } = await root.call('createWebhook', { body: QUIET });
    await root.call('rotateWebhookSecret', { params: { id: body.id } });
    const [secrets = ''] = kept(service.database);
    expect(JSON.parse(secrets)).toEqual([
      { sealed: expect.stringMatching(/^v1:/) },
      { sealed: expect.stringMatching(/^v1:/), endsAt: expect.any(String) },
    ]);
    expect(secrets).not.toContain(body.secret.slice(6, 20));
    await service.discard();
  });

  it('are refused where an issuer lets callers in and there is no pepper to seal them with', async () => {
    const provider = await startIdentityProvider();
    const service = await startService({ oidc: provider.oidc });
    const token = await provider.sign({ scope: 'webhooks:manage', tenant: 'default' });
    const headers = { Authorization: `Bearer ${token}` };
    expect((await service.call('createWebhook', { headers, body: QUIET })).body.code).toBe('key-pepper-missing');
    await service.discard();
    await provider.stop();
  });
});

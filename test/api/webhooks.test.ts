import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { v7 } from 'uuid';
import { type Conduct, type Heard, type Receiver, startReceiver } from '../delivery/receiver.ts';
import { ContractChecker } from './contract-checker.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const REAL_TIME = { now: () => new Date(), newId: () => v7() };

/** What receivers do with a request, as the specification tells them to: the independent implementation throws when it is not genuine. */
function verified(secret: string, { body, headers }: Heard): unknown {
  return new Webhook(secret).verify(body, headers as Record<string, string>);
}

describe('a webhook', () => {
  const checker = new ContractChecker();
  let receiver: Receiver;
  let service: ServiceUnderTest;
  let conduct: Conduct;
  beforeAll(async () => {
    receiver = await startReceiver((...heard) => conduct(...heard));
    service = await startService({ webhookOrigins: [receiver.origin], publicUrl: 'https://advisor.example.org' }, REAL_TIME);
  });
  beforeEach(() => {
    receiver.forget();
    conduct = (response) => void response.writeHead(204).end();
  });
  afterEach(async () => {
    const { body } = await service.call('listWebhooks');
    const anything = { headers: { 'If-Match': '*' } };
    for (const { id } of body.items) await service.call('deleteWebhook', { params: { id }, ...anything });
  });
  afterAll(async () => {
    await service.discard();
    await receiver.close();
  });

  /** A new webhook to the receiver, with its secret. */
  async function hook(changes: object = {}) {
    const { body } = await service.call('createWebhook', {
      body: { url: `${receiver.origin}/told?by=advisor`, events: ['recommendation.recorded', 'assessment.updated'], ...changes },
    });
    return body as { readonly id: string; readonly secret: string; readonly revision: number };
  }

  /** The delivery once it is as expected. */
  async function delivered(webhook: string, delivery: string, isIt: (body: { status: string; attempts: number }) => boolean) {
    for (;;) {
      const { body } = await service.call('getWebhookDelivery', { params: { id: webhook, delivery } });
      if (isIt(body)) return body;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  it('is told of every revision of an assessment and of what is recorded, signed and never with answers', async () => {
    const { id, secret } = await hook();
    const subject = { ref: 'component:default/payments', name: 'Payments', tags: [] };
    const { body: assessment } = await service.call('createAssessment', { body: { subject, answers: { 'drift-pain': 4 } } });
    await receiver.hears(1);
    await service.call('changeAssessment', {
      params: { id: assessment.id },
      body: { revision: 1, answers: { targets: ['kubernetes'] } },
    });
    await receiver.hears(2);
    const { body: recorded } = await service.call('recordRecommendation', { params: { id: assessment.id }, body: {} });
    const [first, second, third] = await receiver.hears(3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('Too little was heard.');

    const about = { assessmentId: assessment.id, subject: { ref: subject.ref }, model: 'delivery-approach', version: '1.1.0' };
    const links = { assessment: `https://advisor.example.org/v1/assessments/${assessment.id}` };
    expect(verified(secret, first)).toEqual({
      type: 'assessment.updated',
      timestamp: assessment.createdAt,
      data: { ...about, revision: 1, links },
    });
    expect(verified(secret, second)).toMatchObject({ type: 'assessment.updated', data: { revision: 2 } });
    const { recommended, verdict } = recorded.evaluation.outcome;
    expect(verified(secret, third)).toEqual({
      type: 'recommendation.recorded',
      timestamp: recorded.createdAt,
      data: {
        ...about,
        recommendationId: recorded.id,
        recommended,
        verdict,
        links: { ...links, recommendation: `https://advisor.example.org/v1/recommendations/${recorded.id}` },
      },
    });
    await service.call('testWebhook', { params: { id } });
    const heard = await receiver.hears(4);
    expect(heard.flatMap(({ body }) => checker.eventFindings(body))).toEqual([]);
    for (const { method, path, headers, body } of heard) {
      expect({ method, path }).toEqual({ method: 'POST', path: '/told?by=advisor' });
      expect(headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'delivery-advisor' });
      expect(body).not.toMatch(/kubernetes|drift-pain|Payments/);
    }
    const { body: list } = await service.call('listWebhookDeliveries', { params: { id } });
    expect(list.items.map((one: { id: string }) => one.id)).toEqual(
      heard.toReversed().map(({ headers }) => headers['webhook-id']),
    );
  });

  it('is not told of what it does not subscribe to, of other workspaces, or while it is disabled', async () => {
    await hook({ events: ['recommendation.recorded'] });
    await hook({ enabled: false });
    const { id } = await hook({ events: ['assessment.updated'] });
    await service.call('createAssessment', { body: { subject: { ref: 'a' } } });
    await receiver.hears(1);
    const { body } = await service.call('listWebhookDeliveries', { params: { id } });
    expect(body.items).toHaveLength(1);
    expect(receiver.heard).toHaveLength(1);
  });

  it('carries a signature of every secret while they change over, and of the new one alone afterwards', async () => {
    const { id, secret: old } = await hook();
    const rotated = await service.call('rotateWebhookSecret', { params: { id }, body: { overlapSeconds: 3600 } });
    expect(rotated.body.earlierSecretsEndAt).toBeDefined();
    await service.call('testWebhook', { params: { id } });
    const [both] = await receiver.hears(1);
    if (both === undefined) throw new Error('Nothing was heard.');
    expect(String(both.headers['webhook-signature']).split(' ')).toHaveLength(2);
    for (const secret of [old, rotated.body.secret]) expect(verified(secret, both)).toMatchObject({ type: 'webhook.test' });

    const { body: leaked } = await service.call('rotateWebhookSecret', { params: { id }, body: { overlapSeconds: 0 } });
    await service.call('testWebhook', { params: { id } });
    const [, one] = await receiver.hears(2);
    if (one === undefined) throw new Error('Too little was heard.');
    expect(verified(leaked.secret, one)).toMatchObject({ type: 'webhook.test' });
    for (const secret of [old, rotated.body.secret]) expect(() => verified(secret, one)).toThrow('No matching signature');
  });

  it('shows what became of a delivery, and delivers it again under the same id', async () => {
    conduct = (response, _heard, count) => void response.writeHead(count === 1 ? 503 : 200).end(count === 1 ? 'later\0' : '');
    const { id } = await hook();
    const { body: test, headers } = await service.call('testWebhook', { params: { id } });
    expect(headers['location']).toBe(`https://advisor.example.org/v1/webhooks/${id}/deliveries/${test.id}`);
    const waiting = await delivered(id, test.id, ({ attempts }) => attempts === 1);
    expect(waiting).toMatchObject({ status: 'pending', log: [{ number: 1, status: 503, reply: 'later\ufffd' }] });
    const wait = Date.parse(waiting.nextAttemptAt) - Date.parse(waiting.log[0].at);
    expect(wait).toBeGreaterThan(4_400);
    expect(wait).toBeLessThan(6_000);

    await service.call('replayWebhookDelivery', { params: { id, delivery: test.id } });
    const done = await delivered(id, test.id, ({ status }) => status === 'delivered');
    expect(done).toMatchObject({ attempts: 2, log: [{ number: 1 }, { number: 2, status: 200 }] });
    expect(new Set(receiver.heard.map((heard) => heard.headers['webhook-id']))).toEqual(new Set([test.id]));
    const failed = await service.call('listWebhookDeliveries', { params: { id }, query: 'status=failed' });
    expect(failed.body.items).toEqual([]);
  });

  it('is disabled where the receiver says that it is gone, and goes on once it is enabled', async () => {
    conduct = (response, _heard, count) => void response.writeHead(count === 1 ? 410 : 204).end();
    const { id } = await hook();
    const { body: test } = await service.call('testWebhook', { params: { id } });
    await delivered(id, test.id, ({ status }) => status === 'failed');
    const { body: gone } = await service.call('getWebhook', { params: { id } });
    expect(gone).toMatchObject({ enabled: false, disabledBecause: 'gone', revision: 2 });
    expect((await service.call('testWebhook', { params: { id } })).body.code).toBe('webhook-disabled');
    const { body: audit } = await service.call('listAuditEntries', { query: `resource=${id}` });
    expect(audit.items[0]).toMatchObject({ action: 'change', actor: { kind: 'service', id: 'webhooks' }, revision: 2 });

    const enabled = await service.call('changeWebhook', { params: { id }, body: { revision: 2, enabled: true } });
    expect(enabled.body).not.toHaveProperty('disabledBecause');
    await service.call('replayWebhookDelivery', { params: { id, delivery: test.id } });
    await delivered(id, test.id, ({ status }) => status === 'delivered');
  });
});

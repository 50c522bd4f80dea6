import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { createCourier } from '../../src/delivery/courier.ts';
import { createTargets } from '../../src/delivery/targets.ts';
import type { ClaimedDelivery } from '../../src/services/webhooks/delivery.ts';
import { OPEN_BOX } from '../../src/services/webhooks/secret-box.ts';
import { newSecret } from '../../src/services/webhooks/signature.ts';
import type { KeptSecret } from '../../src/services/webhooks/webhook.ts';
import { type Conduct, type Receiver, startReceiver } from './receiver.ts';

const [OLD, NEW] = [newSecret(), newSecret()];
const noon = new Date('2026-11-29T12:00:00.000Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const NEVER = new AbortController().signal;

/** A delivery to an address, signed with these secrets. */
function delivery(url: string, ...secrets: readonly KeptSecret[]): ClaimedDelivery {
  const id = '01900000-0000-7000-8000-000000000000';
  const stamps = { revision: 1, createdAt: noon, updatedAt: noon };
  return {
    workspace: 'default',
    delivery: {
      id,
      webhookId: 'w',
      type: 'webhook.test',
      data: { webhookId: 'w' },
      status: 'pending',
      attempts: 0,
      createdAt: noon,
    },
    tries: 0,
    until: noon,
    webhook: { id: 'w', url, events: [], enabled: true, secrets, ...stamps },
  };
}

const kept = (secret: string, endsAt?: Date): KeptSecret => ({ sealed: OPEN_BOX.seal(secret, ''), ...(endsAt && { endsAt }) });

describe('a courier', () => {
  let receiver: Receiver;
  let conduct: Conduct;
  beforeAll(async () => {
    receiver = await startReceiver((...heard) => conduct(...heard));
  });
  beforeEach(() => {
    receiver.forget();
    conduct = (response) => void response.writeHead(204).end();
  });
  afterAll(() => receiver.close());

  function courier({
    origins = [receiver.origin],
    now = () => new Date(),
    patience = 5_000,
    resolve = undefined as Resolve | undefined,
  } = {}) {
    const targets = createTargets({ origins, ...(resolve && { resolve }) });
    return createCourier({ box: OPEN_BOX, targets, now, linksOf: () => ({ webhook: '/v1/webhooks/w' }), patience });
  }

  it('sends the same body every time, and the time at which it sends', async () => {
    let at = noon;
    const sending = courier({ now: () => at });
    const result = await sending.attempt(delivery(receiver.origin, kept(NEW)), NEVER);
    expect(result).toEqual({ at: noon, durationMs: expect.any(Number), status: 204 });
    at = later(3600);
    await sending.attempt(delivery(receiver.origin, kept(NEW)), NEVER);
    const [first, second] = receiver.heard;
    expect(second?.body).toBe(first?.body);
    expect(JSON.parse(first?.body ?? '')).toEqual({
      type: 'webhook.test',
      timestamp: '2026-11-29T12:00:00.000Z',
      data: { webhookId: 'w', links: { webhook: '/v1/webhooks/w' } },
    });
    expect([first, second].map((one) => one?.headers['webhook-timestamp'])).toEqual(
      [noon, later(3600)].map((time) => String(time.getTime() / 1000)),
    );
  });

  it('signs with an old secret until that ends, and not after', async () => {
    const both = delivery(receiver.origin, kept(NEW), kept(OLD, new Date(Date.now() + 60_000)));
    await courier().attempt(both, NEVER);
    await courier().attempt(delivery(receiver.origin, kept(NEW), kept(OLD, new Date(Date.now() - 1))), NEVER);
    const [first, second] = receiver.heard;
    const verify = (secret: string, heard = first) =>
      new Webhook(secret).verify(heard?.body ?? '', heard?.headers as Record<string, string>);
    for (const secret of [OLD, NEW]) expect(verify(secret)).toMatchObject({ type: 'webhook.test' });
    expect(verify(NEW, second)).toMatchObject({ type: 'webhook.test' });
    expect(() => verify(OLD, second)).toThrow('No matching signature');
  });

  it('sends nothing that it cannot sign with the present secret', async () => {
    const unreadable = delivery(receiver.origin, { sealed: 'v1:AAAA' }, kept(OLD, new Date(Date.now() + 60_000)));
    expect(await courier().attempt(unreadable, NEVER)).toMatchObject({ error: 'secret-unreadable' });
    expect(receiver.heard).toEqual([]);
  });

  it('looks a name up anew at every attempt, and goes nowhere that it may not', async () => {
    const answers = [['8.8.8.8', '127.0.0.1'], ['127.0.0.1'], ['::ffff:127.0.0.1'], ['169.254.169.254'], []];
    let looks = 0;
    const resolve: Resolve = async () =>
      (answers[looks++] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const { port } = new URL(receiver.origin);
    const sending = courier({ origins: [], resolve });
    const errors: unknown[] = [];
    for (const _ of answers)
      errors.push((await sending.attempt(delivery(`https://rebinding.example.org:${port}/`, kept(NEW)), NEVER)).error);
    expect(errors).toEqual(['address-refused', 'address-refused', 'address-refused', 'address-refused', 'unresolvable']);
    expect([looks, receiver.heard.length]).toEqual([5, 0]);
  });

  it('looks a name up once for an attempt, so that it cannot come to mean another address on the way', async () => {
    const { port } = new URL(receiver.origin);
    const origin = `http://moving.example.invalid:${port}`;
    let looks = 0;
    const resolve: Resolve = async () => {
      looks++;
      return [{ address: looks === 1 ? '127.0.0.1' : '8.8.8.8', family: 4 }];
    };
    expect(await courier({ origins: [origin], resolve }).attempt(delivery(origin, kept(NEW)), NEVER)).toMatchObject({
      status: 204,
    });
    expect(looks).toBe(1);
  });

  it('gives up in time on a receiver that does not answer, and on a name that nobody resolves', async () => {
    conduct = () => {};
    expect(await courier({ patience: 50 }).attempt(delivery(receiver.origin, kept(NEW)), NEVER)).toMatchObject({
      error: 'timeout',
    });
    const silent = courier({ origins: [], patience: 50, resolve: () => new Promise(() => {}) });
    expect(await silent.attempt(delivery('https://receiver.example.org/', kept(NEW)), NEVER)).toMatchObject({ error: 'timeout' });
  });

  it('gives up when it is told to', async () => {
    const leaving = new AbortController();
    conduct = () => leaving.abort();
    expect(await courier().attempt(delivery(receiver.origin, kept(NEW)), leaving.signal)).toMatchObject({ error: 'timeout' });
  });

  it('never fails itself, whatever is asked of it', async () => {
    expect(await courier().attempt(delivery('no address at all', kept(NEW)), NEVER)).toMatchObject({ error: 'broken-off' });
  });
});

type Resolve = NonNullable<Parameters<typeof createTargets>[0]['resolve']>;

import { describe, expect, it } from '@jest/globals';
import { signingSecrets, type Webhook } from '../../../src/services/webhooks/webhook.ts';
import { changedWebhook, rotatedWebhook } from '../../../src/services/webhooks/webhook-change.ts';

const noon = new Date('2026-11-29T12:00:00.000Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

const webhook: Webhook = {
  id: 'w',
  url: 'https://receiver.example.org/',
  events: ['assessment.updated'],
  description: 'chat',
  enabled: true,
  secrets: [{ sealed: 'a' }],
  revision: 1,
  createdAt: noon,
  updatedAt: noon,
};

describe('a change of a webhook', () => {
  it('makes no new revision when nothing is different', () => {
    expect(changedWebhook(webhook, { url: webhook.url, events: ['assessment.updated'], enabled: true }, later(1))).toBe(webhook);
    expect(changedWebhook({ ...webhook, enabled: false }, { enabled: false }, later(1))).toEqual({ ...webhook, enabled: false });
  });

  it('takes a description back with an empty text', () => {
    const { description: _, ...bare } = webhook;
    expect(changedWebhook(webhook, { description: '' }, later(1))).toEqual({ ...bare, revision: 2, updatedAt: later(1) });
    expect(changedWebhook(bare, { description: '' }, later(1))).toBe(bare);
  });

  it('forgets why it was disabled once it is enabled, and not before', () => {
    const disabled: Webhook = { ...webhook, enabled: false, disabledBecause: 'gone' };
    expect(changedWebhook(disabled, { enabled: true }, later(1))).toEqual({ ...webhook, revision: 2, updatedAt: later(1) });
    expect(changedWebhook(disabled, { url: 'https://other.example.org/' }, later(1))).toMatchObject({ disabledBecause: 'gone' });
  });
});

describe('a rotation', () => {
  const rotate = (hook: Webhook, sealed: string, at: number, overlapSeconds: number) =>
    rotatedWebhook(hook, { sealed, at: later(at), overlapSeconds });
  const signing = (hook: Webhook, at: number) => signingSecrets(hook, later(at)).map(({ sealed }) => sealed);

  it('lets the old secret sign beside the new one for a while', () => {
    const rotated = rotate(webhook, 'b', 0, 60);
    expect([signing(rotated, 0), signing(rotated, 59), signing(rotated, 60)]).toEqual([['b', 'a'], ['b', 'a'], ['b']]);
    expect(rotated).toMatchObject({ revision: 2, updatedAt: noon });
  });

  it('stops every old secret at once where there is no overlap', () => {
    expect(signing(rotate(rotate(webhook, 'b', 0, 60), 'c', 1, 0), 1)).toEqual(['c']);
  });

  it('done again because its reply was lost, keeps the secret that the receiver has', () => {
    const again = rotate(rotate(webhook, 'lost', 0, 60), 'c', 1, 3600);
    expect([signing(again, 1), signing(again, 60)]).toEqual([
      ['c', 'lost', 'a'],
      ['c', 'lost'],
    ]);
  });

  it('lets three secrets sign at most', () => {
    const often = ['b', 'c', 'd', 'e'].reduce((hook, sealed, index) => rotate(hook, sealed, index, 3600), webhook);
    expect(signing(often, 5)).toEqual(['e', 'd', 'c']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newSecret, signatures } from '../../../src/services/webhooks/signature.ts';

const body = '{"type":"webhook.test","data":{"name":"Größe ✓ 👩‍💻"}}';
const id = '01900000-0000-7000-8000-000000000000';

describe('a signature', () => {
  it('is the one of the specification', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const content = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
    expect(signatures([secret], content)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is made with every secret, and verified with any of them by an independent implementation', () => {
    const secrets = [newSecret(), newSecret(), newSecret()];
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = signatures(secrets, { id, timestamp, body });
    expect(signature).toMatch(/^(v1,[A-Za-z0-9+/]{43}=( |$)){3}$/);
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
    for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(secrets[0] ?? '').verify(`${body} `, headers)).toThrow('No matching signature');
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature');
  });
});

describe('a secret', () => {
  it('is 32 random bytes in base64 after whsec_', () => {
    const secrets = Array.from({ length: 50 }, newSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});

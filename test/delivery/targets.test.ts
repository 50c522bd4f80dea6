import { describe, expect, it } from '@jest/globals';
import { isPublicAddress } from '../../src/delivery/public-address.ts';
import { createTargets } from '../../src/delivery/targets.ts';

/** Nobody's receiver, each for a reason that stands in a registry of IANA. */
const PRIVATE = [
  ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.1', '100.100.100.200', '100.127.255.255', '127.0.0.1'],
  ...['127.255.255.254', '169.254.169.254', '169.254.170.2', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.0.192'],
  ...['192.0.2.1', '192.88.99.1', '192.168.0.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '239.255.255.250'],
  ...['240.0.0.1', '255.255.255.255', '168.63.129.16'],
  ...['::', '::1', '::7f00:1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1'],
  ...[
    '64:ff9b::7f00:1',
    '64:ff9b::8.8.8.8',
    '64:ff9b:1::a00:1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2002:808:808::1',
  ],
  ...['3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1'],
  ...['', 'localhost', '8.8.8', '8.8.8.8.8', '1.2.3.256', 'gggg::1', '8.8.8.8/8'],
];

const PUBLIC = [
  '8.8.8.8',
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.255.255',
  '172.32.0.1',
].concat(['192.167.1.1', '223.255.255.255', '2606:4700:4700::1111', '2001:4860:4860::8888', '2a00:1450:4001:829::200e']);

describe('an address', () => {
  it.each(PRIVATE)('like %s is no public one', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(PUBLIC)('like %s is a public one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('targets', () => {
  const targets = createTargets({ origins: ['http://localhost:8080', 'https://receiver.internal'] });

  it.each([
    'http://receiver.example.org/',
    'https://receiver.example.org:22/',
    'https://receiver.example.org:25/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://a.localhost/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::169.254.169.254]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.1.2.3:8443/',
    'http://localhost:8081/',
    'https://localhost:8080/',
    'http://receiver.internal/',
  ])('are found wanting when they are like %s, before anything is looked up', async (url) => {
    expect(targets.finding(url)).toMatch(/WEBHOOK_ORIGINS/);
    const blind = createTargets({ origins: [], resolve: () => Promise.reject(new Error('This is not to be looked up.')) });
    expect(await blind.destinationOf(url)).toEqual({ error: 'address-refused' });
  });

  it.each([
    'https://receiver.example.org/',
    'https://receiver.example.org:8443/told?by=x',
    'https://8.8.8.8/',
    'https://[2606:4700:4700::1111]/',
    'http://localhost:8080/any/path',
    'https://receiver.internal/',
  ])('may be like %s', (url) => {
    expect(targets.finding(url)).toBeUndefined();
  });

  it('are looked up once, and every answer has to be public', async () => {
    const asked: string[] = [];
    const answers: Readonly<Record<string, readonly string[]>> = {
      'good.example.org': ['8.8.8.8', '2606:4700:4700::1111'],
      'mixed.example.org': ['8.8.8.8', '10.0.0.1'],
      'wrapped.example.org': ['::ffff:169.254.169.254'],
      'receiver.internal': ['10.0.0.1'],
      'silent.example.org': [],
    };
    const resolve = async (name: string) => {
      asked.push(name);
      const found = answers[name];
      if (found === undefined) throw new Error('ENOTFOUND');
      return found.map((address) => ({
        address,
        family: address.includes(':') ? 6 : 4,
      }));
    };
    const looking = createTargets({ origins: ['https://receiver.internal'], resolve });
    expect(await looking.destinationOf('https://good.example.org/')).toEqual({
      addresses: [
        { address: '8.8.8.8', family: 4 },
        { address: '2606:4700:4700::1111', family: 6 },
      ],
    });
    expect(await looking.destinationOf('https://mixed.example.org/')).toEqual({ error: 'address-refused' });
    expect(await looking.destinationOf('https://wrapped.example.org/')).toEqual({ error: 'address-refused' });
    expect(await looking.destinationOf('https://receiver.internal/')).toEqual({
      addresses: [{ address: '10.0.0.1', family: 4 }],
    });
    expect(await looking.destinationOf('https://silent.example.org/')).toEqual({ error: 'unresolvable' });
    expect(await looking.destinationOf('https://unknown.example.org/')).toEqual({ error: 'unresolvable' });
    expect(asked).toHaveLength(6);
  });

  it('that are addresses are looked up nowhere', async () => {
    expect(await targets.destinationOf('https://[2606:4700:4700::1111]/')).toEqual({
      addresses: [{ address: '2606:4700:4700::1111', family: 6 }],
    });
  });
});

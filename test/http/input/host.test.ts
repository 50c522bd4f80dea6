import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { expectNeighbours } from '../../../src/http/input/host.ts';
import { Refusal } from '../../../src/services/refusal.ts';

const PORTAL = 'https://portal.example.org';
const guard = expectNeighbours({ hosts: ['advisor.example.org:8443'], origins: [PORTAL] });

/** What becomes of a request: 'answered', or the code of the refusal. */
function fateOf(headers: { readonly host?: string; readonly origin?: string }, method = 'POST'): string {
  let fate = 'forgotten';
  try {
    guard({ method, headers } as Request, {} as Response, () => {
      fate = 'answered';
    });
  } catch (thrown) {
    fate = thrown instanceof Refusal ? thrown.code : String(thrown);
  }
  return fate;
}

describe('an open service', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'LocalHost:80',
    'localhost.:3000',
    'advisor.localhost:3000',
    '127.0.0.1:3000',
    '127.8.9.10',
    '[::1]:3000',
    '[0:0:0:0:0:0:0:1]',
    'advisor.example.org',
    'advisor.example.org:3000',
    'ADVISOR.example.org.',
  ])('answers under the name %j', (host) => {
    expect(fateOf({ host })).toBe('answered');
  });

  it.each([
    'attacker.example.org',
    'attacker.example.org:3000',
    'localhost.attacker.example.org',
    '127.0.0.1.attacker.example.org',
    'notlocalhost',
    'example.org',
    'sub.advisor.example.org',
    '192.168.0.7:3000',
    '0.0.0.0:3000',
    '[::]:3000',
    'localhost@attacker.example.org',
    'attacker.example.org#localhost',
    'localhost/attacker.example.org',
    'localhost:99999',
    '[::1',
    'a b',
    '',
  ])('does not answer under the name %j', (host) => {
    for (const method of ['GET', 'POST']) expect(fateOf({ host }, method)).toBe('misdirected-request');
  });

  it('answers a client of HTTP/1.0, which names no host', () => {
    expect(fateOf({})).toBe('answered');
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:5173', 'https://advisor.example.org', 'http://[::1]:8080', PORTAL])(
    'lets pages of %s change something',
    (origin) => {
      for (const method of ['POST', 'PATCH', 'DELETE']) expect(fateOf({ host: 'localhost', origin }, method)).toBe('answered');
    },
  );

  it.each([
    'https://attacker.example.org',
    'http://localhost.attacker.example.org',
    'https://portal.example.org:8443',
    'https://portal.example.org.attacker.example.org',
    'chrome-extension://localhost',
    'file://localhost',
    'null',
    '',
  ])('lets pages of %j read what anybody may read, and change nothing', (origin) => {
    for (const method of ['POST', 'PATCH', 'DELETE'])
      expect(fateOf({ host: 'localhost', origin }, method)).toBe('origin-refused');
    for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(fateOf({ host: 'localhost', origin }, method)).toBe('answered');
  });
});

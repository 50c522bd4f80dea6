import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { bearerOf } from '../../../src/http/input/bearer.ts';

/** A request of which nothing but the headers is read. */
function requestWith(headers: Readonly<Record<string, string>>): Request {
  return { headers } as unknown as Request;
}

describe('the credential of a request', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['BEARER   a.b-c_d~e+f/g==  ', 'a.b-c_d~e+f/g=='],
  ])('is what stands in %j', (authorization, credential) => {
    expect(bearerOf(requestWith({ authorization }), '')).toEqual({ credential });
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer two words',
    'Basic abc',
    'xBearer abc',
    'Bearer abc,',
    'Bearerabc',
    'Bearer =',
    'Bearer a=b',
  ])('is one that nobody knows in %j', (authorization) => {
    expect(bearerOf(requestWith({ authorization }), '')).toEqual({ credential: '' });
  });

  it('is none where nothing is said', () => {
    expect(bearerOf(requestWith({}), '')).toEqual({});
  });
});

describe('the origin of a request', () => {
  const OWN = { 'sec-fetch-site': 'same-origin', host: 'advisor.example.org:3000' };

  it('is the one that the browser names', () => {
    expect(bearerOf(requestWith({ ...OWN, origin: 'https://a.example' }), '')).toEqual({ origin: 'https://a.example' });
  });

  it('is that of the service for its own pages', () => {
    expect(bearerOf(requestWith(OWN), '')).toEqual({ origin: 'http://advisor.example.org:3000' });
    expect(bearerOf(requestWith(OWN), 'https://advisor.example.org/below')).toEqual({ origin: 'https://advisor.example.org' });
  });

  it.each(['same-site', 'cross-site', 'none'])('is unknown where a browser says %s and nothing else', (site) => {
    expect(bearerOf(requestWith({ ...OWN, 'sec-fetch-site': site }), '')).toEqual({});
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

const { version }: { readonly version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const PORTALS = ['https://portal.example', 'http://localhost:7007'];

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService({ embedOrigins: PORTALS });
});
afterAll(() => service.discard());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => supertest(service.url).get(path).set(headers);

describe('the script of the form', () => {
  it.each(['delivery-advisor.js', 'frame-host.js', 'integrity.json'])(
    'and what belongs to it may be kept for good under its version: %s',
    async (name) => {
      const { status, headers } = await get(`/embed/${version}/${name}`);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
      expect((await get(`/embed/9.9.9/${name}`)).body).toMatchObject({ code: 'not-found', status: 404 });
    },
  );

  it.each([
    ['/embed.js', 'delivery-advisor.js'],
    ['/embed/frame-host.js', 'frame-host.js'],
  ])('is asked for anew at %s, and sent when it changed', async (path, name) => {
    const first = await get(path).buffer(true);
    expect(first.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/javascript; charset=utf-8' });
    expect(first.text).toBe((await get(`/embed/${version}/${name}`).buffer(true)).text);
    const again = await get(path, { 'If-None-Match': first.headers['etag'] ?? '' });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    expect(again.headers['etag']).toBe(first.headers['etag']);
  });

  it('has the hashes that its version lists', async () => {
    const { body } = await get(`/embed/${version}/integrity.json`);
    expect(body).toEqual({ version, files: { 'delivery-advisor.js': expect.anything(), 'frame-host.js': expect.anything() } });
    for (const [name, hash] of Object.entries(body.files)) {
      const { text } = await get(`/embed/${version}/${name}`).buffer(true);
      expect(`sha384-${createHash('sha384').update(text).digest('base64')}`).toBe(hash);
    }
  });

  it('comes packed to those who can unpack it, as another state', async () => {
    const packed = await get('/embed.js', { 'Accept-Encoding': 'gzip' }).buffer(true);
    const plain = await get('/embed.js', { 'Accept-Encoding': 'identity' }).buffer(true);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(packed.text).toBe(plain.text);
    expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2);
    expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
    expect(packed.headers['vary']).toBe('Origin, Accept-Encoding');
  });
});

describe('every page and every part of it', () => {
  it.each(['/', '/embed/frame', '/examples/', '/examples/element.html', '/examples/frame.html', '/examples/portal-card.html'])(
    'comes from the service itself, none of it inline: %s',
    async (path) => {
      const page = await get(path);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['content-security-policy']).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
      );
      expect(page.headers['content-security-policy']).toContain("require-trusted-types-for 'script'; trusted-types lit-html");
      expect(page.headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(page.text).not.toMatch(/<style|style=|<script>| on\w+=/);
      expect(page.text).toMatch(/<html lang="en">[\s\S]*<title>[^<]*Delivery Advisor<\/title>/);
    },
  );

  it.each(['/', '/embed/frame', '/examples/', '/examples/element.html', '/examples/frame.html', '/examples/portal-card.html'])(
    'leads, by relative addresses, to what is there: %s',
    async (path) => {
      const { text } = await get(path);
      const links = [...text.matchAll(/(?:src|href|api)="([^"]*)"/g)].map(([, link = '']) => link);
      expect(links.filter((link) => !/^\.{1,2}\//.test(link))).toEqual([]);
      const found = await Promise.all(
        links.map((link) =>
          supertest(new URL(link, service.url + path).href)
            .get('')
            .redirects(1),
        ),
      );
      expect(found.map(({ status }) => status)).toEqual(links.map(() => 200));
    },
  );

  it('may be framed by nobody, but for the page that is made for it', async () => {
    for (const path of ['/', '/examples/']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    }
    const { headers, text } = await get('/embed/frame?subject=a');
    expect(headers['content-security-policy']).toMatch(
      /frame-ancestors 'self' https:\/\/portal\.example http:\/\/localhost:7007$/,
    );
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(text).toContain(`content="${PORTALS.join(' ')}"`);
  });

  it('is for the service alone to frame where no origins are set', async () => {
    const plain = await startService();
    const { headers, text } = await supertest(plain.url).get('/embed/frame');
    await plain.discard();
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'$/);
    expect(text).toContain('<meta name="delivery-advisor-origins" content="">');
  });

  it.each(['/embed.js', `/embed/${version}/delivery-advisor.js`, '/', '/embed/frame', '/examples/'])(
    'is only read: %s',
    async (path) => {
      const plainly = { 'Accept-Encoding': 'identity' };
      const [head, got] = await Promise.all([supertest(service.url).head(path).set(plainly), get(path, plainly)]);
      expect(head.status).toBe(got.status);
      expect(head.headers['content-length']).toBe(got.headers['content-length']);
      expect(head.text ?? '').toBe('');
      const options = await supertest(service.url).options(path);
      expect(options.status).toBe(204);
      expect(options.headers['allow']).toBe('GET, HEAD, OPTIONS');
      const posted = await supertest(service.url).post(path).send({});
      expect(posted.body).toMatchObject({ code: 'method-not-allowed', status: 405 });
      expect(posted.headers['allow']).toBe('GET, HEAD, OPTIONS');
    },
  );

  it('is found without the slash at the end', async () => {
    const { status, headers } = await get('/examples');
    expect([status, headers['location']]).toEqual([308, './examples/']);
  });

  it.each(['/embed', '/embed/', '/embed/hosted.html', '/embed/.stamp', '/examples/index.html', '/examples/../embed.js'])(
    'is there once, under its own name: not at %s',
    async (path) => {
      expect((await get(path)).body).toMatchObject({ code: 'not-found', status: 404 });
    },
  );
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { parse } from 'yaml';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

describe('the documentation', () => {
  let service: ServiceUnderTest;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service.discard());

  it('is the committed file for older generators, too', async () => {
    const { text, body } = await service.call('getOlderOpenapiJson');
    expect(text).toBe(readFileSync('openapi-3.0.json', 'utf8'));
    expect(body.openapi).toBe('3.0.3');
  });

  it('is the committed file, as YAML and as JSON', async () => {
    const committed = readFileSync('openapi.yaml', 'utf8');
    const [yaml, json] = await Promise.all([service.call('getOpenapiYaml'), service.call('getOpenapiJson')]);
    expect(yaml.headers['content-type']).toBe('application/yaml');
    expect(yaml.text).toBe(committed);
    expect(json.body).toEqual(parse(committed));
  });

  it('is a page whose every part comes from the service itself, none of it inline', async () => {
    const page = await supertest(service.url).get('/docs').redirects(1);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe/);
    expect(page.text).not.toMatch(/<style|style=|<script>| on\w+=/);
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, part = '']) => new URL(part, `${service.url}/docs/`),
    );
    expect(parts.length).toBeGreaterThan(4);
    for (const { origin, pathname } of parts) {
      expect(origin).toBe(service.url);
      expect((await supertest(service.url).get(pathname)).status).toBe(200);
    }
  });

  it('reads the specification of this service', async () => {
    const { text } = await supertest(service.url).get('/docs/swagger-ui-init.js').buffer(true);
    expect(text).toContain('"swaggerUrl": "../openapi.json"');
    expect(text).not.toContain('petstore');
  });
});

import { describe, expect, it } from '@jest/globals';
import { ConfigRefused, readConfig } from '../../src/config.ts';

function linesFor(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
  } catch (thrown) {
    if (thrown instanceof ConfigRefused) return thrown.message.split('\n');
    throw thrown;
  }
  return [];
}

describe('the configuration', () => {
  it('works without any variable', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: 'file:./data/delivery-advisor.db',
      logLevel: 'info',
      publicUrl: '',
      embedOrigins: [],
      webhookOrigins: [],
      rateLimits: { failures: 10 },
      trustedProxies: 0,
    });
  });

  it('takes empty variables for ones that are not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '', EMBED_ORIGINS: '', MODELS_DIR: '' })).toEqual(readConfig({}));
  });

  it('reads every variable', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgresql://advisor@db/advisor',
      MODELS_DIR: '/etc/models',
      LOG_LEVEL: 'debug',
      PUBLIC_URL: 'https://portal.example.org/advisor/',
      EMBED_ORIGINS: 'https://portal.example.org, http://localhost:7007,',
      WEBHOOK_ORIGINS: 'http://receiver.internal:8080',
      METRICS_PORT: '9464',
      RETENTION_DAYS: '730',
      RATE_LIMIT_PER_MINUTE: '1200',
      RATE_LIMIT_FAILURES_PER_MINUTE: '5',
      TRUST_PROXY_HOPS: '2',
    };
    expect(readConfig(env)).toEqual({
      port: 0,
      host: '::1',
      databaseUrl: 'postgresql://advisor@db/advisor',
      modelsDir: '/etc/models',
      logLevel: 'debug',
      publicUrl: 'https://portal.example.org/advisor',
      embedOrigins: ['https://portal.example.org', 'http://localhost:7007'],
      webhookOrigins: ['http://receiver.internal:8080'],
      metricsPort: 9464,
      retentionDays: 730,
      rateLimits: { requests: 1200, failures: 5 },
      trustedProxies: 2,
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', ' 80'],
    ['HOST', 'a b'],
    ['WEBHOOK_ORIGINS', 'receiver.internal'],
    ['METRICS_PORT', 'yes'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', '1.5'],
    ['RETENTION_DAYS', '100000'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'file:'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'portal.example.org'],
    ['PUBLIC_URL', 'ftp://portal.example.org'],
    ['PUBLIC_URL', 'https://user@portal.example.org'],
    ['PUBLIC_URL', 'https://portal.example.org/?a=1'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['RATE_LIMIT_FAILURES_PER_MINUTE', 'none'],
    ['TRUST_PROXY_HOPS', '17'],
    ['EMBED_ORIGINS', 'https://portal.example.org/path'],
    ['EMBED_ORIGINS', '*'],
    ['EMBED_ORIGINS', 'https://portal.example.org,null'],
  ])('refuses %s=%s', (name, value) => {
    expect(linesFor({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name}: Set `))]);
  });

  it('names every wrong variable at once', () => {
    const lines = linesFor({ PORT: 'x', DATABASE_URL: 'x', LOG_LEVEL: 'x' });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL']);
  });
});

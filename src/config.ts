import { z } from 'zod';
import { algorithms, claimName, identityFinding, keyPepper, type OidcConfig, oidcOf, trustedUrl } from './config/identity.ts';

/** Everything an operator can decide, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** A directory of the organisation's own decision models. */
  readonly modelsDir?: string;
  readonly logLevel: LogLevel;
  /** Where callers find the service, without a slash at its end; '' when that is not known. */
  readonly publicUrl: string;
  /** Origins whose pages may embed the form. */
  readonly embedOrigins: readonly string[];
  /** Origins that webhooks may lead to beside the internet by https. */
  readonly webhookOrigins: readonly string[];
  /** Where metrics are read; absent when they are not. */
  readonly metricsPort?: number;
  /** How long a purge keeps what nobody changes; absent when it has to be told. */
  readonly retentionDays?: number;
  /** How often a minute one caller may send requests, and one address requests without a valid credential. */
  readonly rateLimits: { readonly requests?: number; readonly failures: number };
  /** Proxies in front, the last of which add where a request comes from. */
  readonly trustedProxies: number;
  /** The secret that keys are hashed with; without it there are no keys. */
  readonly keyPepper?: string;
  /** The one before, which what was made with it is still proved by. */
  readonly keyPepperBefore?: string;
  /** Whose tokens are taken beside keys. */
  readonly oidc?: OidcConfig;
}

/** How much is logged; `silent` is nothing. */
export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What a caller has, where callers are known. */
const REQUESTS_PER_MINUTE = 600;

/** Thrown when variables are wrong. The message has one line for each of them, with the remedy. */
export class ConfigRefused extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigRefused';
  }
}

/** A whole number within bounds, written in digits only. */
function wholeNumber(least: number, most: number) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `Set a whole number from ${least} to ${most}.`,
    })
    .transform(Number);
}

const databaseUrl = z.string().regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, { error: 'Set file: and a path, or postgresql://….' });

const publicUrl = z
  .string()
  .refine(isPublicUrl, {
    error: 'Set an http or https address without user, query or fragment, such as https://advisor.example.org.',
  })
  .transform((text) => text.replace(/\/+$/, ''));

const listOfOrigins = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .refine((origins) => origins.every(isOrigin), {
    error: 'Set origins such as https://portal.example.org, with commas between them.',
  });

const Variables = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, { error: 'Set a host name or an IP address.' })
    .default('127.0.0.1'),
  DATABASE_URL: databaseUrl.default('file:./data/delivery-advisor.db'),
  MODELS_DIR: z.string().exactOptional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `Set one of ${LOG_LEVELS.join(', ')}.` }).default('info'),
  PUBLIC_URL: publicUrl.default(''),
  EMBED_ORIGINS: listOfOrigins.default([]),
  WEBHOOK_ORIGINS: listOfOrigins.default([]),
  METRICS_PORT: wholeNumber(0, 65_535).exactOptional(),
  RETENTION_DAYS: wholeNumber(1, 99_999).exactOptional(),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 1_000_000).exactOptional(),
  RATE_LIMIT_FAILURES_PER_MINUTE: wholeNumber(1, 1_000_000).default(10),
  TRUST_PROXY_HOPS: wholeNumber(0, 16).default(0),
  KEY_PEPPER: keyPepper.exactOptional(),
  KEY_PEPPER_BEFORE: keyPepper.exactOptional(),
  OIDC_ISSUER: trustedUrl.exactOptional(),
  OIDC_AUDIENCE: z.string().exactOptional(),
  OIDC_ALGORITHMS: algorithms.default(['RS256', 'ES256', 'EdDSA']),
  OIDC_JWKS_URL: trustedUrl.exactOptional(),
  OIDC_SCOPE_CLAIM: claimName.default('scope'),
  OIDC_WORKSPACE_CLAIM: claimName.exactOptional(),
});

const Environment = Variables.check(({ value, issues }) => {
  const finding = issues.length > 0 ? undefined : identityFinding(value);
  if (finding !== undefined) issues.push({ code: 'custom', ...finding, path: [finding.path], input: value });
});

/** Reads the configuration from the environment. An empty variable counts as one that is not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const { data, error } = Environment.safeParse(Object.fromEntries(present));
  if (data !== undefined) return configOf(data);
  throw new ConfigRefused(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
}

function configOf(env: z.output<typeof Environment>): Config {
  const oidc = oidcOf(env);
  const isGuarded = env.KEY_PEPPER !== undefined || oidc !== undefined;
  const requests = env.RATE_LIMIT_PER_MINUTE ?? (isGuarded ? REQUESTS_PER_MINUTE : undefined);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    ...(env.MODELS_DIR !== undefined && { modelsDir: env.MODELS_DIR }),
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL,
    embedOrigins: env.EMBED_ORIGINS,
    webhookOrigins: env.WEBHOOK_ORIGINS,
    ...(env.METRICS_PORT !== undefined && { metricsPort: env.METRICS_PORT }),
    ...(env.RETENTION_DAYS !== undefined && { retentionDays: env.RETENTION_DAYS }),
    rateLimits: { ...(requests !== undefined && { requests }), failures: env.RATE_LIMIT_FAILURES_PER_MINUTE },
    trustedProxies: env.TRUST_PROXY_HOPS,
    ...(env.KEY_PEPPER !== undefined && { keyPepper: env.KEY_PEPPER }),
    ...(env.KEY_PEPPER_BEFORE !== undefined && { keyPepperBefore: env.KEY_PEPPER_BEFORE }),
    ...(oidc !== undefined && { oidc }),
  };
}

function isPublicUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && [username, password, search, hash].every((part) => part === '');
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol) && new URL(text).origin === text;
}

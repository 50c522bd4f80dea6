import type { Permission } from './caller.ts';

interface AnyKey {
  /** 10 digits of base 62, unique whatever the workspace. */
  readonly id: string;
  readonly workspace: string;
  /** What people call it. */
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt?: Date;
  /** The key that took its place; this one lasts until both are in use. */
  readonly replacedBy?: string;
}

/** A key for programs, which keep it to themselves. */
export interface SecretKey extends AnyKey {
  readonly kind: 'secret';
}

/** A key that stands in a page for everybody to see: it creates assessments of one model, from pages of some origins. */
export interface EmbedKey extends AnyKey {
  readonly kind: 'embed';
  readonly model: string;
  /** E.g. `https://portal.example.org`; compared character by character. */
  readonly origins: readonly string[];
}

/** A key that this service hands out. Its text is shown once and kept nowhere. */
export type ApiKey = SecretKey | EmbedKey;

/** A key, and the digest that proves its text. */
export interface KeptKey {
  readonly key: ApiKey;
  /** Hexadecimal HMAC-SHA-256 of the whole text. */
  readonly digest: string;
}

/** What an embed key itself may do, for its own model. */
export const EMBED_PERMISSIONS: readonly Permission[] = ['models:read', 'assessments:write'];

/** What whoever fills an assessment may do with it. */
export const RESPONDENT_PERMISSIONS: readonly Permission[] = [
  'models:read',
  'evaluations:run',
  'assessments:read',
  'assessments:write',
];

/** Everything that a key may lead to; nobody hands out what they do not have. */
export function grantsOf({ kind, permissions }: Pick<ApiKey, 'kind' | 'permissions'>): readonly Permission[] {
  return kind === 'embed' ? RESPONDENT_PERMISSIONS : permissions;
}

/** Whether a key opens anything at a time. */
export function isUsable({ expiresAt, revokedAt }: ApiKey, at: Date): boolean {
  return revokedAt === undefined && at < expiresAt;
}

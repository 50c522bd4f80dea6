import type { ApiKey, KeptKey } from '../../services/identity/api-key.ts';
import type { Permission } from '../../services/identity/caller.ts';
import type { ApiKey as ApiKeyRow } from '../generated/sqlite/client.ts';

/** The columns of a key. */
export function apiKeyRow({ key, digest }: KeptKey): ApiKeyRow {
  const { id, workspace, name, kind, createdAt, expiresAt, revokedAt = null, replacedBy = null } = key;
  const embedded = kind === 'embed' ? { model: key.model, origins: JSON.stringify(key.origins) } : { model: null, origins: null };
  const permissions = JSON.stringify(key.permissions);
  return { id, workspace, name, kind, permissions, ...embedded, digest, createdAt, expiresAt, revokedAt, replacedBy };
}

/** The key in a row. Its JSON texts are what {@link apiKeyRow} wrote. */
export function apiKeyOf({ id, workspace, name, permissions, createdAt, expiresAt, ...row }: ApiKeyRow): ApiKey {
  const key = {
    id,
    workspace,
    name,
    permissions: JSON.parse(permissions) as readonly Permission[],
    createdAt,
    expiresAt,
    ...(row.revokedAt !== null && { revokedAt: row.revokedAt }),
    ...(row.replacedBy !== null && { replacedBy: row.replacedBy }),
  };
  if (row.kind !== 'embed' || row.model === null || row.origins === null) return { ...key, kind: 'secret' };
  return { ...key, kind: 'embed', model: row.model, origins: JSON.parse(row.origins) as readonly string[] };
}

import type { AuditAction } from '../../services/audit/audit-entry.ts';
import type { KeptKey } from '../../services/identity/api-key.ts';
import type { KeyStore, ReplacedKey } from '../../services/identity/key-store.ts';
import type { Scope } from '../../services/store.ts';
import type { Attempt } from '../database/attempt.ts';
import type { Client } from '../database/client.ts';
import { apiKeyOf, apiKeyRow } from './api-key-row.ts';
import { auditRow } from './audit-row.ts';
import { following, NEWEST_FIRST, pageOf } from './page.ts';

/** API keys in the database. */
export function createApiKeys(client: Client, attempt: Attempt): KeyStore {
  return {
    create: (scope, kept) => attempt(() => create(client, scope, kept)),
    find: (id) =>
      attempt(async () => {
        const row = await client.apiKey.findUnique({ where: { id } });
        return row === null ? undefined : { key: apiKeyOf(row), digest: row.digest };
      }),
    list: ({ workspace }, page) =>
      attempt(async () => {
        const where = { workspace, ...following(page.after) };
        const rows = await client.apiKey.findMany({ where, orderBy: NEWEST_FIRST, take: page.limit + 1 });
        return pageOf(rows, page, apiKeyOf);
      }),
    revoke: (scope, id, at) => attempt(() => revoke(client, scope, id, at)),
    replace: (scope, replaced, replacement) => attempt(() => replace(client, scope, replaced, replacement)),
    anyUsable: (at) =>
      attempt(async () => (await client.apiKey.findFirst({ where: { revokedAt: null, expiresAt: { gt: at } } })) !== null),
  };
}

async function create(client: Client, scope: Scope, kept: KeptKey): Promise<void> {
  const { id, createdAt } = kept.key;
  await client.$transaction([
    client.apiKey.create({ data: apiKeyRow(kept) }),
    client.auditEntry.create({ data: audited(scope, 'create', id, createdAt) }),
  ]);
}

function revoke(client: Client, scope: Scope, id: string, at: Date): Promise<boolean> {
  const { workspace } = scope;
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.apiKey.updateMany({
      where: { workspace, id, revokedAt: null },
      data: { revokedAt: at },
    });
    if (count > 0) await transaction.auditEntry.create({ data: audited(scope, 'revoke', id, at) });
    return count > 0 || (await transaction.apiKey.count({ where: { workspace, id } })) > 0;
  });
}

function replace(client: Client, scope: Scope, { id, at, overlapEnd }: ReplacedKey, replacement: KeptKey): Promise<boolean> {
  const { workspace } = scope;
  return client.$transaction(async (transaction) => {
    const { count } = await transaction.apiKey.updateMany({
      where: { workspace, id, revokedAt: null, replacedBy: null, expiresAt: { gt: at } },
      data: { expiresAt: overlapEnd, replacedBy: replacement.key.id },
    });
    if (count === 0) return false;
    await transaction.apiKey.create({ data: apiKeyRow(replacement) });
    await transaction.auditEntry.createMany({
      data: [audited(scope, 'rotate', id, at), audited(scope, 'create', replacement.key.id, at)],
    });
    return true;
  });
}

function audited(scope: Scope, action: AuditAction, id: string, at: Date) {
  return auditRow(scope, { at, action, resource: { kind: 'api-key', id } });
}

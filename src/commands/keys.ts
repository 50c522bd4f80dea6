import { type Administration, openAdministration } from '../compose/administration.ts';
import { ConfigRefused, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import type { ApiKey } from '../services/identity/api-key.ts';
import { type Caller, PERMISSIONS } from '../services/identity/caller.ts';
import { Refusal } from '../services/refusal.ts';
import { type KeyOrder, keyOrder, OrderRefused } from './key-order.ts';
import { issuedReport, type KeyReport, listReport } from './key-report.ts';

/** Exit codes as sysexits.h has them: a wrong command line, and a configuration that cannot work. */
const WRONG_USAGE = 64;
const WRONG_CONFIGURATION = 78;

await main();

async function main(): Promise<void> {
  try {
    const order = keyOrder(process.argv.slice(2));
    const administration = await openAdministration(readConfig(), createLog('silent'));
    const { result, remark } = await carriedOut(order, administration).finally(() => administration.close());
    if (remark !== undefined) process.stderr.write(`${remark}\n`);
    if (result !== '') process.stdout.write(`${result}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

async function carriedOut(order: KeyOrder, { apiKeys, now }: Administration): Promise<KeyReport> {
  const operator = operatorIn(order.workspace);
  switch (order.kind) {
    case 'create':
      return issuedReport(await apiKeys.create(operator, order.wish), order.json);
    case 'list':
      return listReport(await allKeys(apiKeys, operator), order.json, now());
    case 'rotate':
      return issuedReport(await apiKeys.rotate(operator, order.id, order.overlapSeconds), order.json);
    case 'revoke':
      await apiKeys.revoke(operator.scope, order.id);
      return { result: '', remark: `${order.id} is revoked.` };
  }
}

/** Whoever runs commands on the database may do everything. */
function operatorIn(workspace: string): Caller {
  return { scope: { workspace, actor: { kind: 'operator', id: 'operator' } }, permissions: new Set(PERMISSIONS) };
}

async function allKeys(apiKeys: Administration['apiKeys'], operator: Caller): Promise<readonly ApiKey[]> {
  const keys: ApiKey[] = [];
  let cursor: string | undefined;
  do {
    const page = await apiKeys.list(operator.scope, { limit: 100, ...(cursor !== undefined && { cursor }) });
    keys.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return keys;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof OrderRefused) return WRONG_USAGE;
  return error instanceof ConfigRefused || (error instanceof Refusal && error.code === 'key-pepper-missing')
    ? WRONG_CONFIGURATION
    : 1;
}

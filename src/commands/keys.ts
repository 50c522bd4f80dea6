import { type Administration, openAdministration } from '../compose/administration.ts';
import { ConfigRefused, readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { ModelsRefused } from '../models/models-refused.ts';
import type { ApiKey } from '../services/identity/api-key.ts';
import { type Caller, PERMISSIONS } from '../services/identity/caller.ts';
import { Refusal, type RefusalCode } from '../services/refusal.ts';
import { type KeyOrder, keyOrder, OrderRefused } from './key-order.ts';
import { issuedReport, type KeyReport, listReport } from './key-report.ts';

/** Exit codes as sysexits.h has them: a wrong command line, and a configuration that cannot work. */
const WRONG_USAGE = 64;
const WRONG_CONFIGURATION = 78;

await main();

async function main(): Promise<void> {
  try {
    const order = keyOrder(process.argv.slice(2));
    const needs = { log: createLog('silent'), now: () => new Date(), mayBeNew: order.kind === 'create' };
    const administration = await openAdministration(readConfig(), needs);
    const { result, remark } = await carriedOut(order, administration).finally(() => administration.close());
    if (remark !== undefined) process.stderr.write(`${remark}\n`);
    if (result !== '') process.stdout.write(`${result}\n`);
  } catch (error) {
    process.stderr.write(`${complaint(error)}\n`);
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

function complaint(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return isRefusal(error, 'model-not-found') ? `--model: ${message} Set MODELS_DIR as the service has it.` : message;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof OrderRefused || isRefusal(error, 'model-not-found')) return WRONG_USAGE;
  const isWrong = error instanceof ConfigRefused || error instanceof ModelsRefused || isRefusal(error, 'key-pepper-missing');
  return isWrong ? WRONG_CONFIGURATION : 1;
}

function isRefusal(error: unknown, code: RefusalCode): boolean {
  return error instanceof Refusal && error.code === code;
}

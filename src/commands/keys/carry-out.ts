import { type Administration, openAdministration } from '../../compose/administration.ts';
import { ConfigRefused, readConfig } from '../../config.ts';
import { createLog } from '../../log.ts';
import { ModelsRefused } from '../../models/models-refused.ts';
import type { ApiKey } from '../../services/identity/api-key.ts';
import { type Caller, PERMISSIONS } from '../../services/identity/caller.ts';
import { Refusal, type RefusalCode } from '../../services/refusal.ts';
import { CommandFailure, EXIT, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { expectWorkspace, type KeyOrder, newKey, rotation } from './key-order.ts';
import { issuedReport, type KeyReport, listReport } from './key-report.ts';

/**
 * Carries out what the operator wants done with keys.
 *
 * @throws CommandFailure when it cannot be done.
 */
export async function carryOutKeyOrder(order: KeyOrder, terminal: Terminal): Promise<ExitCode> {
  expectWorkspace(order.options);
  // Whatever is wrong with the order is told before a database is made for it.
  const work = workOf(order);
  try {
    const needs = { log: createLog('silent'), now: () => new Date(), mayBeNew: order.kind === 'create' };
    const administration = await openAdministration(readConfig(), needs);
    const { result, remark } = await work(administration).finally(() => administration.close());
    if (remark !== undefined) terminal.remark(remark);
    if (result !== '') terminal.print(result);
    return EXIT.met;
  } catch (error) {
    throw new CommandFailure(exitCodeOf(error), complaint(error));
  }
}

function workOf(order: KeyOrder): (administration: Administration) => Promise<KeyReport> {
  const { workspace, json } = order.options;
  const operator = operatorIn(workspace);
  switch (order.kind) {
    case 'create': {
      const wish = newKey(order.options);
      return async ({ apiKeys }) => issuedReport(await apiKeys.create(operator, wish), json);
    }
    case 'list':
      return async ({ apiKeys, now }) => listReport(await allKeys(apiKeys, operator), json, now());
    case 'rotate': {
      const { overlapSeconds } = rotation(order.options);
      return async ({ apiKeys }) => issuedReport(await apiKeys.rotate(operator, order.id, overlapSeconds), json);
    }
    case 'revoke':
      return async ({ apiKeys }) => {
        await apiKeys.revoke(operator.scope, order.id);
        return { result: '', remark: `${order.id} is revoked.` };
      };
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

function exitCodeOf(error: unknown): ExitCode {
  if (isRefusal(error, 'model-not-found')) return EXIT.usage;
  const isWrong = error instanceof ConfigRefused || error instanceof ModelsRefused || isRefusal(error, 'key-pepper-missing');
  return isWrong ? EXIT.configuration : EXIT.unmet;
}

function isRefusal(error: unknown, code: RefusalCode): boolean {
  return error instanceof Refusal && error.code === code;
}

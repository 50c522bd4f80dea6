import { parseArgs } from 'node:util';
import type { ZodType } from 'zod';
import { KeyRotation, NewApiKey } from '../contract/schemas/api-key.ts';
import type { NewKey } from '../services/identity/api-keys.ts';
import { DEFAULT_WORKSPACE, isWorkspaceName } from '../services/identity/workspace.ts';

/** What the operator wants done with keys, and where. */
export type KeyOrder = { readonly workspace: string; readonly json: boolean } & (
  | { readonly kind: 'create'; readonly wish: NewKey }
  | { readonly kind: 'list' }
  | { readonly kind: 'revoke'; readonly id: string }
  | { readonly kind: 'rotate'; readonly id: string; readonly overlapSeconds: number }
);

/** Thrown when a command line makes no sense. The message says why, and what would. */
export class OrderRefused extends Error {
  constructor(reasons: readonly string[]) {
    super([...reasons, USAGE].join('\n'));
    this.name = 'OrderRefused';
  }
}

const USAGE = `
npm run keys -- create --name <text> --permissions <permission,…> [--expires-in-days <n>]
npm run keys -- create --name <text> --kind embed --model <id> --origins <origin,…> [--expires-in-days <n>]
npm run keys -- list
npm run keys -- rotate <id> [--overlap-seconds <n>]
npm run keys -- revoke <id>
All of them: [--workspace <name>] [--json]`;

const OPTIONS = {
  name: { type: 'string' },
  kind: { type: 'string' },
  permissions: { type: 'string' },
  model: { type: 'string' },
  origins: { type: 'string' },
  'expires-in-days': { type: 'string' },
  'overlap-seconds': { type: 'string' },
  workspace: { type: 'string', default: DEFAULT_WORKSPACE },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof read>['values'];

/**
 * Reads a command line, without the program's name.
 *
 * @throws OrderRefused with everything that is wrong.
 */
export function keyOrder(line: readonly string[]): KeyOrder {
  const { values, positionals } = read(line);
  const [kind, id] = positionals;
  const { workspace, json } = values;
  const where = { workspace, json };
  if (!isWorkspaceName(workspace)) throw new OrderRefused(['--workspace: Use letters, digits, dots, underscores and hyphens.']);
  switch (kind) {
    case 'create':
      return { kind, ...where, wish: newKey(values) };
    case 'list':
      return { kind, ...where };
    case 'rotate':
      return { kind, ...where, id: named(id), ...rotation(values) };
    case 'revoke':
      return { kind, ...where, id: named(id) };
    default:
      throw new OrderRefused([kind === undefined ? 'Say what to do.' : `There is no ${kind}.`]);
  }
}

function named(id: string | undefined): string {
  if (id === undefined) throw new OrderRefused(['Say which key, by its id.']);
  return id;
}

function read(line: readonly string[]) {
  try {
    return parseArgs({ args: [...line], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new OrderRefused([error instanceof Error ? error.message : String(error)]);
  }
}

function newKey({ permissions, origins, 'expires-in-days': days, name, kind, model }: Values): NewKey {
  const named = { name, kind, model, permissions: permissions?.split(','), origins: origins?.split(',') };
  return valid(NewApiKey, { ...named, expiresInDays: numberIn(days) });
}

function rotation({ 'overlap-seconds': overlap }: Values): { readonly overlapSeconds: number } {
  return valid(KeyRotation, { overlapSeconds: numberIn(overlap) });
}

/** What the API would take, the command takes too. */
function valid<T>(schema: Pick<ZodType<T>, 'safeParse'>, parts: Readonly<Record<string, unknown>>): T {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  const { data, error } = schema.safeParse(Object.fromEntries(given));
  if (error === undefined) return data;
  throw new OrderRefused(error.issues.map(({ path, message }) => `--${optionOf(String(path[0]))}: ${message}`));
}

function optionOf(part: string): string {
  return part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

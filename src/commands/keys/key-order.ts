import type { ZodType } from 'zod';
import { KeyRotation, NewApiKey } from '../../contract/schemas/api-key.ts';
import type { NewKey } from '../../services/identity/api-keys.ts';
import { isWorkspaceName } from '../../services/identity/workspace.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import type { CreateOptions, KeyOptions, RotateOptions } from './keys-command.ts';

/** What the operator wants done with keys. */
export type KeyOrder =
  | { readonly kind: 'create'; readonly options: CreateOptions }
  | { readonly kind: 'list'; readonly options: KeyOptions }
  | { readonly kind: 'revoke'; readonly id: string; readonly options: KeyOptions }
  | { readonly kind: 'rotate'; readonly id: string; readonly options: RotateOptions };

/**
 * The key that is wanted.
 *
 * @throws CommandFailure with everything that is wrong.
 */
export function newKey({ name, kind, model, permissions, origins, expiresInDays }: CreateOptions): NewKey {
  const lists = { permissions: permissions?.split(','), origins: origins?.split(',') };
  return valid(NewApiKey, { name, kind, model, ...lists, expiresInDays: numberIn(expiresInDays) });
}

/**
 * How long the old key goes on.
 *
 * @throws CommandFailure when that is no time.
 */
export function rotation({ overlapSeconds }: RotateOptions): { readonly overlapSeconds: number } {
  return valid(KeyRotation, { overlapSeconds: numberIn(overlapSeconds) });
}

/** @throws CommandFailure when no workspace can be called so. */
export function expectWorkspace({ workspace }: KeyOptions): void {
  if (!isWorkspaceName(workspace)) refuseUsage(['--workspace: Use letters, digits, dots, underscores and hyphens.']);
}

/** What the API would take, the command takes too. */
function valid<T>(schema: Pick<ZodType<T>, 'safeParse'>, parts: Readonly<Record<string, unknown>>): T {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  const { data, error } = schema.safeParse(Object.fromEntries(given));
  if (error === undefined) return data;
  return refuseUsage(error.issues.map(({ path, message }) => `--${optionOf(String(path[0]))}: ${message}`));
}

function refuseUsage(reasons: readonly string[]): never {
  throw new CommandFailure(EXIT.usage, [...reasons, 'Add --help to see how it is used.'].join('\n'));
}

function optionOf(part: string): string {
  return part.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

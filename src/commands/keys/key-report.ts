import { type ApiKey, isUsable } from '../../services/identity/api-key.ts';
import type { IssuedKey } from '../../services/identity/api-keys.ts';

/** What a command has to say: results for programs to read, and remarks for people. */
export interface KeyReport {
  readonly result: string;
  readonly remark?: string;
}

/** Tells a new key: its text alone, so that a script can take it as it is. */
export function issuedReport({ key, secret }: IssuedKey, json: boolean): KeyReport {
  const remark = `${line(key)}\nThe key is shown now and never again.`;
  return { result: json ? JSON.stringify({ ...key, secret }) : secret, remark };
}

/** Tells keys, one a line. */
export function listReport(keys: readonly ApiKey[], json: boolean, at: Date): KeyReport {
  if (json) return { result: JSON.stringify({ items: keys }) };
  return { result: keys.map((key) => `${line(key)}${isUsable(key, at) ? '' : ', ENDED'}`).join('\n') };
}

function line({ id, name, kind, workspace, permissions, expiresAt }: ApiKey): string {
  const may = kind === 'embed' ? 'for pages' : permissions.join(' ');
  return `${id} ${JSON.stringify(name)} in ${workspace}: ${kind}, ${may}, until ${expiresAt.toISOString()}`;
}

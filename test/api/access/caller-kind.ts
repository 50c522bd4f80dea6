import type { Operation } from '../../../src/contract/operation.ts';
import type { Guest } from '../../../src/services/identity/access.ts';
import { PERMISSIONS, type Permission } from '../../../src/services/identity/caller.ts';
import type { Lab, OpenedThings } from './lab.ts';

/** How an operation answers a caller. */
export type Expectation = 'carried out' | 401 | 403 | 404;

/** Some who call, what the contract has each operation answer them, and what they show. */
export interface CallerKind {
  readonly expected: (operation: Operation) => Expectation;
  /** Undefined where nothing is shown. */
  readonly credential: (lab: Lab, operation: Operation, things: OpenedThings) => Promise<string | undefined> | string;
  /** What the credential hangs on; the same for all requests where it is left out. */
  readonly hangsOn?: (operation: Operation, things: OpenedThings) => string;
  readonly origin?: string;
}

/** The same answer of every operation but the public ones. */
export function refused(status: 401 | 403): CallerKind['expected'] {
  return guarded(() => status);
}

/** Public operations are carried out for everybody. */
export function guarded(expected: CallerKind['expected']): CallerKind['expected'] {
  return (operation) => (operation.access === 'public' ? 'carried out' : expected(operation));
}

/** What has an id belongs to somebody else; everything else there is in every workspace. */
export const nothingOfOthers = guarded(({ path }) => (path.includes('{id}') ? 404 : 'carried out'));

/** Operations that name the guest are carried out. */
export function onlyFor(guest: Guest): CallerKind['expected'] {
  return guarded(({ access }) => (access !== 'public' && access.guests?.includes(guest) ? 'carried out' : 403));
}

/** The permission that an operation needs. */
export function permissionFor({ access }: Operation): string {
  return access === 'public' ? '' : access.permission;
}

/** Every permission but the one that an operation needs. */
export function othersThan({ access }: Operation): readonly Permission[] {
  return PERMISSIONS.filter((permission) => access === 'public' || permission !== access.permission);
}

import { refuse } from '../refusal.ts';
import type { Actor, Caller, Permission } from './caller.ts';

/**
 * Those whom a page lets in: with its embed key, or to fill the one assessment that the key created. Whatever they are
 * permitted, they may only do what says so.
 */
export type Guest = Extract<Actor['kind'], 'embed-key' | 'assessment-token'>;

/** Who may do something: everybody, or callers with a permission, guests among them where they are named. */
export type Access = 'public' | { readonly permission: Permission; readonly guests?: readonly Guest[] };

const GUESTS: readonly string[] = ['embed-key', 'assessment-token'] satisfies readonly Guest[];

/** Refuses with `permission-missing` a caller who may not do this. */
export function expectAccess(
  { scope: { actor }, permissions }: Caller,
  { permission, guests = [] }: Exclude<Access, 'public'>,
): void {
  if (!permissions.has(permission)) {
    refuse('permission-missing', { detail: `This needs the permission ${permission}, which you do not have.` });
  }
  if (GUESTS.includes(actor.kind) && !guests.some((guest) => guest === actor.kind)) {
    refuse('permission-missing', { detail: `This is not for embedded forms. It needs a secret key with ${permission}.` });
  }
}

/** Refuses with `model-not-found` a caller who is bound to one model and names another; names are texts, or absent. */
export function expectOwnModel({ model }: Caller, named: readonly unknown[]): void {
  const other = named.find((name) => typeof name === 'string' && name !== model);
  if (model === undefined || other === undefined) return;
  refuse('model-not-found', { detail: `There is no decision model ${other} for you, only ${model}.` });
}

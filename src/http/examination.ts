import type { Operation } from '../contract/operation.ts';
import { expectOwnModel } from '../services/identity/access.ts';
import type { Caller } from '../services/identity/caller.ts';
import { type InvalidPlace, refuse } from '../services/refusal.ts';
import type { Scope } from '../services/store.ts';
import { type HeadParts, type Reading, readBody } from './input/request-parts.ts';

/** Who asks; absent where everybody may. */
export type Asking = { readonly caller: Caller; readonly scope: Scope } | undefined;

/** What is known of a request before its body. */
export interface Known {
  readonly asking: Asking;
  readonly head: Reading<HeadParts>;
}

/**
 * The body of a request as its operation reads it, at once where nothing is wrong; refuses, all at once, whatever is wrong
 * with head and body.
 */
export type Examination = (raw: unknown, known: Known) => Examined | Promise<Examined>;

/** A body that is what its operation reads. */
export interface Examined {
  readonly body: unknown;
}

/** A closer look at a body that is refused anyway. */
export type Inspection = (input: unknown) => readonly InvalidPlace[] | Promise<readonly InvalidPlace[]>;

/** The examination of what an operation is sent. */
export function createExamination(operation: Operation, inspection: Inspection | undefined): Examination {
  async function refuseAll(places: readonly InvalidPlace[], raw: unknown, { asking, head }: Known): Promise<never> {
    return refuseInvalid(withMore(places, await inspection?.({ ...asking, ...head.value, body: raw })));
  }

  return (raw, known) => {
    const { asking, head } = known;
    const body = readBody(operation, raw);
    if (asking?.caller.model !== undefined) expectOwnModel(asking.caller, modelsIn(head.value.params, body.value ?? raw));
    if (head.places.length === 0 && body.places.length === 0) return { body: body.value };
    return refuseAll([...head.places, ...body.places], raw, known);
  };
}

/** Refuses a request for places that are named. */
export function refuseInvalid(errors: readonly InvalidPlace[]): never {
  const count = errors.length === 1 ? 'One place' : `${errors.length} places`;
  return refuse('invalid-request', { detail: `${count} of the request cannot be accepted; each is named in errors.`, errors });
}

/** Every model that parts of a request name, whether they are valid or not. */
function modelsIn(...parts: readonly unknown[]): readonly unknown[] {
  return parts.map((part) => new Map(Object.entries(part ?? {})).get('model'));
}

/** Findings with those of a closer look, save about places that are named already. */
export function withMore(places: readonly InvalidPlace[], more: readonly InvalidPlace[] = []): readonly InvalidPlace[] {
  const named = new Set(places.map(({ pointer }) => pointer));
  return [...places, ...more.filter(({ pointer }) => !named.has(pointer))];
}

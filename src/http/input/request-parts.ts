import type { Request } from 'express';
import type { z } from 'zod';
import { invalidPlaces, PARSING } from '../../contract/invalid-places.ts';
import type { Operation } from '../../contract/operation.ts';
import { PROBLEM_KINDS } from '../../contract/problem-kinds.ts';
import { type InvalidPlace, refuse } from '../../services/refusal.ts';
import { readQuery } from './query-string.ts';

/** The parts of a request beside its body, after parsing; those an operation does not read are undefined. */
export interface HeadParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
}

/** A part of a request, and everything that is wrong with it. */
export interface Reading<T> {
  readonly value: T;
  readonly places: readonly InvalidPlace[];
}

const NOWHERE: readonly InvalidPlace[] = [];

/** Reads everything but the body by the operation's schemas. A path that cannot name anything is refused as unknown. */
export function readHead(operation: Operation, request: Request): Reading<HeadParts> {
  const params = parsed(operation.params, request.params, '/path');
  if (params.places.length > 0) refuseUnknown(operation, params.places);
  const { values, places } = readQuery(request.originalUrl);
  const query = parsed(operation.query, values, '/query');
  const headers = parsed(operation.headers, namedHeaders(operation, request), '/headers');
  return {
    value: { params: params.value, query: query.value, headers: headers.value },
    places: [...places, ...query.places, ...headers.places],
  };
}

/** Reads a body by the operation's schema. */
export function readBody({ body }: Operation, raw: unknown): Reading<unknown> {
  if (body?.isPlain?.(raw)) return { value: raw, places: NOWHERE };
  return parsed(body?.schema, raw, '');
}

function parsed(schema: z.ZodType | undefined, value: unknown, root: string): Reading<unknown> {
  const result = schema?.safeParse(value, PARSING);
  if (result === undefined) return { value: undefined, places: NOWHERE };
  return result.success
    ? { value: result.data, places: NOWHERE }
    : { value: undefined, places: invalidPlaces(result.error, root) };
}

/** The headers that the operation reads, by the names it gives them. */
function namedHeaders({ headers }: Operation, request: Request): Readonly<Record<string, string>> {
  const present = Object.keys(headers?.shape ?? {}).flatMap((name) => {
    const value = request.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(present);
}

function refuseUnknown({ refusals }: Operation, errors: readonly InvalidPlace[]): never {
  const code = refusals.find((one) => PROBLEM_KINDS[one].status === 404) ?? 'not-found';
  return refuse(code, { detail: 'The address names nothing that can exist; see errors.', errors });
}

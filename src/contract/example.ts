import type { OperationId } from './operations.ts';

/** A request that was sent, and what came back, to be shown in the specification. */
export interface Example {
  /** What it is called among those of its operation; where a body was sent, as the example of the body. */
  readonly name: string;
  readonly summary: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly status: number;
  /** Absent where the reply has no body. */
  readonly mediaType?: string;
  /** The body of the reply: parsed where it is JSON, else its text. */
  readonly value?: unknown;
}

/** Examples by operation, in the order in which they were recorded. */
export type Examples = { readonly [Id in OperationId]?: readonly Example[] };

/** An example as OpenAPI has it. */
export interface ShownExample {
  readonly summary: string;
  readonly value: unknown;
}

/** What was recorded for the specification. */
export interface Recorded {
  readonly examples: Examples;
  /** One for each code that a request can be refused with, where it could be had without breaking anything. */
  readonly problems: Readonly<Record<string, ShownExample>>;
}

/** Those that came back with a status as a media type, by name; undefined where there is none. */
export function shown(
  examples: readonly Example[],
  { status, mediaType }: Pick<Example, 'status' | 'mediaType'>,
): Readonly<Record<string, ShownExample>> | undefined {
  const fitting = examples.filter((example) => example.status === status && example.mediaType === mediaType);
  const entries = fitting.map(({ name, summary, value }) => [name, { summary, value }] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

import type { z } from 'zod';
import type { Caller } from '../services/identity/caller.ts';
import type { Scope } from '../services/store.ts';
import type { BatchShape, BodyShape, Operation, ReplyShape } from './operation.ts';
import type { OperationId, Operations } from './operations.ts';
import type { AlwaysSent, HeaderName } from './response-headers.ts';

/** What a handler receives: everything parsed, nothing raw. */
export type InputOf<O extends Operation> = PartsOf<O> & (O['access'] extends 'public' ? unknown : Asking);

/** Who asks, where it is not all the same. */
interface Asking {
  readonly caller: Caller;
  /** That of the caller. */
  readonly scope: Scope;
}

interface PartsOf<O extends Operation> {
  readonly params: O['params'] extends z.ZodType ? z.output<O['params']> : undefined;
  readonly query: z.output<O['query']>;
  readonly headers: O['headers'] extends z.ZodType ? z.output<O['headers']> : undefined;
  readonly body: O['body'] extends BodyShape ? z.output<O['body']['schema']> : undefined;
  /** What the caller wants to read, out of what is declared. */
  readonly format: FormatOf<O>;
}

/** `json`, and the names of what else a successful reply can be sent as. */
type FormatOf<O extends Operation> = O['replies'] extends { readonly 200: { readonly also: infer Also } }
  ? 'json' | (keyof Also & string)
  : 'json';

/** What a handler may return: one of the declared statuses with the body and the headers declared for it. */
export type ReplyOf<O extends Operation> = {
  readonly [Status in keyof O['replies'] & number]: { readonly status: Status } & Content<O['replies'][Status]> &
    Headers<O['replies'][Status]>;
}[keyof O['replies'] & number];

/** One function for each operation. Leaving one out, or returning what is not declared, does not compile. */
export type Handlers = {
  readonly [Id in OperationId]: (input: InputOf<Operations[Id]>) => ReplyOf<Operations[Id]> | Promise<ReplyOf<Operations[Id]>>;
};

/** What answers a batch: it reads what all bodies share, refuses the batch as a whole if need be, and answers each body. */
export type Batch<O extends Operation> = (shared: Omit<InputOf<O>, 'body' | 'format'>) => (body: InputOf<O>['body']) => BodyOf<O>;

/** One function for each operation that many bodies may be sent to at once. */
export type Batches = {
  readonly [Id in OperationId as Operations[Id] extends { readonly batch: BatchShape } ? Id : never]: Batch<Operations[Id]>;
};

/** The body of a successful reply. */
type BodyOf<O extends Operation> = O['replies'] extends { readonly 200: { readonly body: infer Body extends z.ZodType } }
  ? Sent<z.input<Body>>
  : never;

/** Any reply, as the sender sees it. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Readonly<Partial<Record<HeaderName, string | undefined>>>;
}

type Content<R> = R extends { readonly body: infer Body extends z.ZodType }
  ? R extends { readonly verbatim: true }
    ? Text
    : { readonly body: Sent<z.input<Body>> } | (R extends { readonly also: object } ? Text : never)
  : unknown;

interface Text {
  readonly text: string;
}

type Headers<R extends ReplyShape> = R extends { readonly headers: readonly (infer Name extends HeaderName)[] }
  ? {
      readonly headers: { readonly [N in Name & AlwaysSent]: string } & {
        readonly [N in Exclude<Name, AlwaysSent>]?: string | undefined;
      };
    }
  : unknown;

/** A body as it may be handed over: what is only written never needs to be mutable. */
type Sent<T> = unknown extends T
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Sent<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Sent<T[Key]> }
      : T;

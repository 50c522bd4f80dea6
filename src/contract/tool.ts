import type { z } from 'zod';
import type { InputOf } from './exchange.ts';
import type { OperationId, Operations } from './operations.ts';

/** A request to an operation, beside who asks. */
export type CallOf<Id extends OperationId> = Omit<InputOf<Operations[Id]>, 'caller' | 'scope'>;

/** What a tool does to what is kept. */
export type Effect =
  /** It only reads or computes. */
  | 'none'
  /** It adds something, and again when it is used again. */
  | 'adds'
  /** It replaces something. */
  | 'replaces';

/**
 * Something that an assistant can do (Model Context Protocol, tools): a call of an operation whose parts are given as one
 * flat object. It needs the permission that the operation needs.
 */
export interface Tool<Id extends OperationId, Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly operation: Id;
  readonly title: string;
  /** What it is for, told to the assistant. */
  readonly description: string;
  readonly effect: Effect;
  readonly input: Input;
  /** The structured result, as far as it is promised; absent where the result is text alone. */
  readonly output?: Output;
  readonly call: (given: z.output<Input>) => CallOf<Id>;
  /** What of the reply is worth telling, where that is not all of it. */
  readonly trim?: (reply: never, given: z.output<Input>) => object;
}

/** Any tool, as those see it who do not know which it is. */
export type AnyTool = Omit<Tool<OperationId, z.ZodObject, z.ZodObject>, 'call' | 'trim'> & {
  readonly call: (given: never) => object;
  readonly trim?: (reply: never, given: never) => object;
};

/** A tool, so that its call is checked against its operation. */
export function tool<Id extends OperationId, Input extends z.ZodObject, Output extends z.ZodObject>(
  definition: Tool<Id, Input, Output>,
): Tool<Id, Input, Output> {
  return definition;
}

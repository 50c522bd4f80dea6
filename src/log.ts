import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from './config.ts';

/** Where the service writes what it does. */
export type Log = Logger;

/**
 * One JSON object a line, with the time in RFC 3339. By default to standard output, as fast as that takes them, without
 * waiting for it; at the end of the process what is left is written.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime, serializers: { err: faultOf } };
  return pino(options, destination ?? pino.destination({ sync: false }));
}

/** What is told of an error, and of the few behind it: databases add the rows that they refused to other properties. */
function faultOf(error: unknown, depth = 4): object | undefined {
  if (!(error instanceof Error)) return error === undefined ? undefined : { type: typeof error };
  const { name: type, message, stack, cause, code }: Error & { readonly code?: unknown } = error;
  const behind = depth === 0 || cause === undefined ? undefined : faultOf(cause, depth - 1);
  return { type, message, ...(typeof code === 'string' && { code }), stack, ...(behind && { cause: behind }) };
}

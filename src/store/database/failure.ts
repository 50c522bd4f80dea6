/** What a database's error means for the step that met it. */
export type Failure = 'conflict' | 'unavailable' | 'unexpected';

const REFUSED = /^(Unique|ForeignKey)ConstraintViolation$/;

/** Two steps were in each other's way, and this one left nothing behind: it can be done again. */
const CONFLICT = /^(LOST_RACE|TransactionWriteConflict)$/;

/**
 * No connection, no answer in time, no room or no right to write: as Prisma, SQLite, PostgreSQL (classes 08, 53, 57 and
 * 58, and single codes), the operating system and the `pg` client say it, which has no codes for its own errors.
 */
const UNAVAILABLE = [
  /^P(1001|1002|1008|1017|2024|2028|2037)$/,
  /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|PROTOCOL)/,
  /^((08|53|57|58)...|25006|25P0[34]|28000|28P01|3D000|55P03)$/,
  /^(ECONN.*|EPIPE|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/,
  /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/,
  /Can't reach database server/,
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/,
];

/** Tells what an error means, whoever threw it. */
export function failureOf(error: unknown): Failure {
  if (shows(error, CONFLICT)) return 'conflict';
  return UNAVAILABLE.some((pattern) => shows(error, pattern)) ? 'unavailable' : 'unexpected';
}

/** Whether a write was refused because a key is taken, or what it refers to is not there. */
export function isRefusedByConstraint(error: unknown): boolean {
  return shows(error, REFUSED);
}

/** Whether a code, a kind or the message of an error, or of one that it wraps, matches the pattern. */
export function shows(error: unknown, pattern: RegExp): boolean {
  return signsOf(error).some((sign) => pattern.test(sign));
}

/** Says that what stood in the way of a step went while it was looked for, so that the step can be done again. */
export function lostRace(cause: unknown): Error {
  return Object.assign(new Error('What refused the write is gone.', { cause }), { code: 'LOST_RACE' });
}

/** What an error says; its first sign where it says nothing, as when several addresses of one host refuse. */
export function messageOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof message === 'string' && message !== '' ? message : (signsOf(error)[0] ?? String(error));
}

/** The codes, kinds and messages of an error and of those it wraps: Prisma keeps the driver's in `meta`. */
function signsOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { code, originalCode, kind, message, meta, driverAdapterError, cause }: WrappingError = error;
  const own = [code, originalCode, kind, message].filter((sign) => typeof sign === 'string');
  return [...own, ...[meta, driverAdapterError, cause].flatMap(signsOf)];
}

interface WrappingError {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly message?: unknown;
  readonly meta?: unknown;
  readonly driverAdapterError?: unknown;
  readonly cause?: unknown;
}

import { messageOf, shows } from './failure.ts';

/** What to do about what may be wrong, by the code of the driver or the operating system. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^SQLITE_NOTADB$/, 'name another file in DATABASE_URL'],
  [/^(SQLITE_(CANTOPEN|READONLY).*|E(ACCES|PERM|ROFS|NOTDIR|NOENT|ISDIR))$/, 'make it a file that this user may write'],
  [/^(SQLITE_FULL|53100|ENOSPC)$/, 'make room on its disk'],
  [/^(SQLITE_BUSY.*|55P03)$/, 'stop what else uses it'],
  [/^(ECONN.*|E(HOST|NET)UNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/, 'start the server, or name another in DATABASE_URL'],
  [/^28...$/, 'set the right user and password in DATABASE_URL'],
  [/^3D000$/, 'create it, or name another in DATABASE_URL'],
  [/^(3F000|42501)$/, 'let its user create tables in its schema'],
  [/^ERR_INVALID_URL$/, 'encode special characters in DATABASE_URL'],
];

/** Why a database cannot be used and what to do about it, in one line that names the database but not its password. */
export function openingError(databaseUrl: string, cause: unknown): Error {
  const remedy = REMEDIES.find(([pattern]) => shows(cause, pattern))?.[1];
  const line = [`Cannot use the database ${withoutPassword(databaseUrl)}: ${messageOf(cause)}`, ...(remedy ? [remedy] : [])].join(
    '; ',
  );
  return new Error(`${line.replaceAll(/\s+/g, ' ')}.`, { cause });
}

function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/:\/\/([^:@/]*):.*@/s, '://$1@').replaceAll(/([?&]password=)[^&]*/g, '$1…');
}

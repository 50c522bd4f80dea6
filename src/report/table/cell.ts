import { plainText } from '../text/plain-text.ts';

/** What spreadsheets take for the beginning of a formula, in narrow and in wide letters. */
const FORMULA = /(^|;)(\s*)(?=[=+\-@＝＋－＠])/g;

/**
 * A cell of a CSV file (RFC 4180). Text that a spreadsheet could take for a formula gets an apostrophe in front, also
 * behind a semicolon, where some spreadsheets begin another cell (OWASP, CSV injection). Numbers stay as they are.
 */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = plainText(value).replaceAll(FORMULA, "$1$2'");
  return /[",;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

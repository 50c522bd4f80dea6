import { stderr } from 'node:process';

/**
 * Tells people who wait what is being measured, apart from the figures.
 *
 * @param {string} text one line
 */
export function tell(text) {
  stderr.write(`${text}\n`);
}

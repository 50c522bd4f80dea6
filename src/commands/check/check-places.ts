import { EXIT, type ExitCode } from '../exit-code.ts';
import { paint } from '../terminal/paint.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { check } from './check.ts';
import type { CheckOptions } from './check-command.ts';
import { reportInWords } from './report-in-words.ts';

/** Checks models in files and directories, and tells what it finds. */
export function checkPlaces(places: readonly string[], { format, color }: CheckOptions, terminal: Terminal): ExitCode {
  const report = check(places);
  terminal.print(format === 'json' ? JSON.stringify(report) : reportInWords(report, paint(terminal.colours && color)));
  return report.errors > 0 ? EXIT.unmet : EXIT.met;
}

import { count } from '../../report/text/figures.ts';
import { findingLine } from '../file-finding.ts';
import type { Paint } from '../terminal/paint.ts';
import type { CheckReport } from './check.ts';

/** Findings, one a line, and what they come to. */
export function reportInWords({ files, models, errors, warnings, findings }: CheckReport, style: Paint): string {
  const lines = findings.map((finding) => {
    const line = findingLine(finding);
    return finding.severity === 'error' ? style.bad(line) : style.careful(line);
  });
  const what = `${count(models.length, 'model')} in order in ${count(files, 'file')}`;
  return [...lines, style.strong(`${what}; ${count(errors, 'error')}, ${count(warnings, 'warning')}.`)].join('\n');
}

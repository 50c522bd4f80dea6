import type { z } from 'zod';
import { pointer } from '../decision/model/finding.ts';
import type { InvalidPlace } from '../services/refusal.ts';

/** How schemas are parsed: missing values are told from wrong ones. */
export const PARSING: z.core.ParseContext<z.core.$ZodIssue> = {
  reportInput: true,
  error: (issue) => (isMissing(issue) ? 'Add this: it is required.' : undefined),
};

/** Everything that a schema found wrong. `root` is the pointer to what was parsed: '' for the body. */
export function invalidPlaces({ issues }: z.ZodError, root: string): readonly InvalidPlace[] {
  return issues.flatMap((issue): readonly InvalidPlace[] => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') {
      return [{ pointer: root + pointer(...path), code: codeOf(issue), message: issue.message }];
    }
    const message = 'Leave this out: there is nothing of this name here.';
    const code = root === '/query' ? 'unknown-parameter' : 'unknown-field';
    return issue.keys.map((key) => ({ pointer: root + pointer(...path, key), code, message }));
  });
}

function codeOf(issue: z.core.$ZodIssue): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  if (typeof own === 'string') return own;
  return isMissing(issue) ? 'required' : issue.code.replaceAll('_', '-');
}

function isMissing({ code, input }: { readonly code?: string | undefined; readonly input?: unknown }): boolean {
  return input === undefined && (code === 'invalid_type' || code === 'invalid_value');
}

import type { ExpectedRevision } from '../../services/expected-revision.ts';
import { refuse } from '../../services/refusal.ts';

/** Where a request says which revision it is based on. */
export interface RevisionGiven {
  readonly ifMatch: string | undefined;
  readonly revision: number | undefined;
  /** JSON Pointer to the twin of the header. */
  readonly twin: '/revision' | '/query/revision';
}

/** The revisions a request is based on; undefined when it names none. Header and twin must agree. */
export function namedRevision({ ifMatch, revision, twin }: RevisionGiven): ExpectedRevision | undefined {
  const matching = ifMatch === undefined ? undefined : revisionsIn(ifMatch);
  if (revision === undefined) return matching;
  if (matching === undefined || matching === 'any' || matching.includes(revision)) return [revision];
  return refuse('invalid-request', {
    detail: 'If-Match and revision name different states.',
    errors: [{ pointer: twin, code: 'revision-contradiction', message: 'Send one of the two, or the same state in both.' }],
  });
}

/** As {@link namedRevision}; refuses with `revision-required` when the request names none. */
export function requiredRevision(given: RevisionGiven): ExpectedRevision {
  const remedy = `Send the ETag you read as If-Match, or its number as ${given.twin === '/revision' ? 'revision in the body' : '?revision='}.`;
  return namedRevision(given) ?? refuse('revision-required', { detail: remedy });
}

/** Revisions out of an If-Match field (RFC 9110 §13.1.1). Weak tags and tags of other forms match nothing. */
function revisionsIn(ifMatch: string): ExpectedRevision {
  if (ifMatch.trim() === '*') return 'any';
  return [...ifMatch.matchAll(/(W\/)?"([^"]*)"/g)].flatMap(([, weak, tag = '']) => {
    return weak === undefined && /^[1-9]\d{0,9}$/.test(tag) ? [Number(tag)] : [];
  });
}

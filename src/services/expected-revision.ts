import { refuse } from './refusal.ts';

/** The revisions that a request accepts as the current one. */
export type ExpectedRevision = readonly number[] | 'any';

/** Whether the current revision is one of those expected. */
export function expects(expected: ExpectedRevision, currentRevision: number): boolean {
  return expected === 'any' || expected.includes(currentRevision);
}

/** Refuses with `revision-stale` when the current revision is none of those expected. */
export function expectRevision(expected: ExpectedRevision, currentRevision: number): void {
  if (!expects(expected, currentRevision)) refuseStale(currentRevision);
}

/** Refuses a request that is based on an older state. */
export function refuseStale(currentRevision: number): never {
  return refuse('revision-stale', {
    detail: `The current revision is ${currentRevision}. Read it, apply the change to it and send it again.`,
    currentRevision,
  });
}

import type { WireAnswers } from '../../../src/embed/session/session-state.ts';

/** A team whose quick answers lean to one alternative but do not settle it. */
export const OPEN_TEAM: WireAnswers = {
  targets: ['kubernetes', 'cloud-infrastructure'],
  'kubernetes-share': 'nearly-all',
  'runtime-count': 30,
  reachability: 'direct',
  'one-way-for-all': 'no-preference',
  'truth-record': 'git',
  'other-actors': ['nobody'],
  'release-steps': ['only-new-version'],
  'keep-in-step': 'continuous',
  'hand-edit-policy': 'revert',
  'undo-way': 'revert-commit',
  'data-changes': 'compatible',
};

/** A team whose first answer settles it. */
export const SETTLED_TEAM: WireAnswers = {
  targets: ['mobile-stores'],
  'truth-today': 'git-partly',
  'review-fit': 4,
  'after-merge': 'several-gates',
  'release-steps': ['long-tests', 'external-calls'],
  'config-style': 'declarative-files',
  'drift-pain': 1,
  'undo-target': 'cannot-recall',
  'platform-capacity': 'part-time',
};

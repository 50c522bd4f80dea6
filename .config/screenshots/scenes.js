/** @typedef {import('playwright-core').Page} Page */

/** A team that ships to app stores, whose answers settle the matter. */
const SETTLED = {
  targets: ['mobile-stores'],
  'truth-record': 'release-tool',
  'other-actors': ['release-managers'],
  'after-merge': 'several-gates',
  'release-steps': ['long-tests', 'external-calls'],
  'keep-in-step': 'next-release',
  'hand-edit-policy': 'not-possible',
  'undo-way': 'roll-forward',
  'data-changes': 'compatible',
};

/** A team with many clusters and drift. */
const CLUSTERS = {
  targets: ['kubernetes', 'cloud-infrastructure'],
  'kubernetes-share': 'nearly-all',
  'runtime-count': 30,
  reachability: 'outbound-only',
  'truth-today': 'git-partly',
  'review-fit': 5,
  'after-merge': 'test-then-approve',
  'release-steps': ['only-new-version'],
  'config-style': 'declarative-files',
  'drift-pain': 5,
  'undo-target': 'quarter-hour',
  'platform-capacity': 'platform-team',
  deployables: 80,
  'deploying-teams': 12,
  'truth-record': 'git',
  'other-actors': ['autoscalers'],
  'keep-in-step': 'continuous',
  'hand-edit-policy': 'revert',
  'undo-way': 'revert-commit',
  'data-changes': 'compatible',
  'kubernetes-skill': 4,
  'git-skill': 5,
  'pipeline-health': 'fragile',
  approvers: 'peers',
  'ci-credentials': 'want-out',
  'secret-handling': 'secret-manager',
};

/**
 * What is photographed: each scene brings the hosted page there.
 *
 * @type {Readonly<Record<string, (page: Page) => Promise<void>>>}
 */
export const SCENES = {
  async landing(page) {
    await page.getByRole('button', { name: /^Start with/ }).waitFor();
  },
  async question(page) {
    const { targets, 'runtime-count': runtimes, 'truth-record': truth } = CLUSTERS;
    await know(page, { targets, 'runtime-count': runtimes, 'truth-record': truth });
    await goTo(page, 'truth-record');
  },
  async decided(page) {
    await know(page, SETTLED);
    await goTo(page, 'data-changes');
    await page.getByRole('button', { name: /^(Continue|Show the recommendation)$/ }).click();
    await page.getByRole('button', { name: 'See it now' }).waitFor();
  },
  async result(page) {
    await know(page, CLUSTERS);
    await page.locator('delivery-advisor').evaluate((element) => Reflect.get(element, 'submit').call(element));
    await page.getByRole('button', { name: 'Print' }).waitFor();
  },
};

/**
 * Fills in answers, as a portal does that knows them already.
 *
 * @param {Page} page
 * @param {object} answers
 */
async function know(page, answers) {
  const count = Object.keys(answers).length;
  await page.locator('delivery-advisor').evaluate((element, prefill) => Object.assign(element, { prefill }), answers);
  await page.getByText(`${count} answers are there already.`).waitFor();
}

/**
 * Shows a question, and waits until the standing takes all answers into account.
 *
 * @param {Page} page
 * @param {string} question
 */
async function goTo(page, question) {
  await page.locator('delivery-advisor').evaluate((element, id) => Reflect.get(element, 'goTo').call(element, id), question);
  await page.locator(`[data-question="${question}"]`).waitFor();
  await page.getByText('Where it stands').first().waitFor({ state: 'attached' });
}

/** @typedef {import('playwright-core').Page} Page */

/** A team with a back end on servers of its own, whose answers settle the matter. */
const SETTLED = {
  targets: ['virtual-machines'],
  'runtime-count': 4,
  reachability: 'direct',
  'truth-today': 'release-tool',
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
  'hand-edit-policy': 'revert',
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
    const { targets, 'runtime-count': runtimes, 'truth-today': truth } = CLUSTERS;
    await know(page, { targets, 'runtime-count': runtimes, 'truth-today': truth });
    await goTo(page, 'truth-today');
  },
  async decided(page) {
    await know(page, SETTLED);
    await goTo(page, 'truth-today');
    await page.getByRole('button', { name: 'Continue' }).click();
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
 * @param {Page} page
 * @param {string} question
 */
async function goTo(page, question) {
  await page.locator('delivery-advisor').evaluate((element, id) => Reflect.get(element, 'goTo').call(element, id), question);
  await page.locator(`[data-question="${question}"]`).waitFor();
}

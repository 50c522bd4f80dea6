import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const OPTIONS: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/** What axe-core finds wrong with a page under WCAG 2.2 A and AA: rule, element and what axe says about it. */
export async function accessibilityFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE); // evaluated by the debugger, which no content security policy binds
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(options), // axe puts itself there
    OPTIONS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${id} · ${target.flat(3).join(' ')} · ${failureSummary.replaceAll(/\s+/g, ' ')}`,
    ),
  );
}

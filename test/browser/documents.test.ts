import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './stage/accessibility.ts';
import { HOSTILE_NAMES } from './stage/hostile-names.ts';
import { pagesOf } from './stage/paper.ts';
import { type Stage, setStage, type Visitor } from './stage/stage.ts';
import { sidewaysScrolling } from './stage/witness.ts';

describe('documents in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  /** Records a recommendation for a subject of this name and gives the address of the record. */
  async function recorded(name: string): Promise<string> {
    const answers = { targets: ['kubernetes', 'mobile-stores'], 'kubernetes-share': 'over-half', reachability: 'outbound-only' };
    const { body } = await stage.service.call('createAssessment', {
      body: { subject: { ref: name, name }, answers: { ...answers, 'truth-today': { notApplicable: name } } },
    });
    const record = await stage.service.call('recordRecommendation', { params: { id: body.id }, body: {} });
    return `${stage.service.url}/v1/recommendations/${record.body.id}`;
  }

  async function opened(address: string, { context }: Visitor): Promise<Page> {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    return page;
  }

  it.each(['light', 'dark'] as const)('show the API without complaints (%s)', async (colorScheme) => {
    const visitor = await stage.visitor({ colorScheme });
    const page = await opened(`${stage.service.url}/docs`, visitor);
    await page.getByText('/v1/models', { exact: true }).first().waitFor();
    expect(visitor.witness.complaints).toEqual([]);
    expect(visitor.witness.requests.filter((address) => !address.startsWith(stage.service.url))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('show a record that anybody can read (%s)', async (colorScheme) => {
    const visitor = await stage.visitor({ colorScheme, viewport: { width: 360, height: 740 } });
    const page = await opened(`${await recorded('shop')}?format=html`, visitor);
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await sidewaysScrolling(page)).toEqual([]);
    expect(visitor.witness.complaints).toEqual([]);
  });

  it('print a record on two pages', async () => {
    const visitor = await stage.visitor();
    const page = await opened(`${await recorded('shop')}?format=html`, visitor);
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(2);
  });

  it.each(HOSTILE_NAMES)('leave hostile names harmless, as a page and as a chart (%#)', async (name) => {
    const visitor = await stage.visitor();
    const record = await recorded(name);
    const page = await opened(`${record}?format=html`, visitor);
    expect(await page.locator('script, [onload], a[href^="javascript"]').count()).toBe(0);
    expect(await page.locator('body').textContent()).toContain(name.split(' ')[0]);
    const chart = await opened(`${record}?format=svg`, visitor);
    expect(await chart.evaluate(() => document.documentElement.namespaceURI)).toBe('http://www.w3.org/2000/svg');
    expect(await chart.locator('script, [onload]').count()).toBe(0);
    expect(visitor.witness.complaints).toEqual([]);
  });
});

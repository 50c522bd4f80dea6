import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import { accessibilityFindings } from './stage/accessibility.ts';
import { OPEN_TEAM } from './stage/example-team.ts';
import { formIn } from './stage/form.ts';
import { HOSTILE_NAMES } from './stage/hostile-names.ts';
import { type Stage, setStage, type Visitor } from './stage/stage.ts';

describe('pages of the service', () => {
  let stage: Stage;
  let visitor: Visitor;
  let questionnaire: Questionnaire;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  beforeEach(async () => {
    visitor = await stage.visitor();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  async function opened(path: string): Promise<Page> {
    const page = await visitor.context.newPage();
    await page.goto(`${stage.service.url}${path}`);
    return page;
  }

  it('have an address that opens an assessment again', async () => {
    const page = await opened('/?subject=component:again&name=Again');
    const form = formIn(page);
    await form.button('startQuick', { count: 12 }).click();
    await form.element.getByRole('checkbox', { name: 'Kubernetes clusters' }).check();
    await page.waitForURL(/#assessment=/);
    expect(await page.title()).toContain('Again');

    const elsewhere = await stage.visitor();
    const resumed = await elsewhere.context.newPage();
    await resumed.goto(`${stage.service.url}/${new URL(page.url()).hash}`);
    const again = formIn(resumed);
    await again.element.getByText('Kubernetes').first().waitFor();
    await again
      .button('back')
      .or(again.button('startQuick', { count: 12 }))
      .first()
      .waitFor();
    const { body } = await stage.service.call('listAssessments', { query: 'subject=component%3Aagain' });
    expect(body.items.length).toBe(1);
    expect(page.url()).toContain(body.items[0].id);
    expect([...visitor.witness.complaints, ...elsewhere.witness.complaints]).toEqual([]);
  });

  it('download the record that the service keeps', async () => {
    const page = await opened('/?subject=component:download');
    const form = formIn(page);
    await form.button('startQuick', { count: 12 }).click();
    await form.answerAll(questionnaire.questions, OPEN_TEAM);
    await form.button('recordAgain', { subject: 'component:download' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), form.button('downloadMarkdown').click()]);
    expect(download.suggestedFilename()).toMatch(/\.md$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks).toString()).toMatch(/^(---|#)/);
    expect(visitor.witness.complaints).toEqual([]);
  });

  it.each(HOSTILE_NAMES)('show hostile names and reasons as what they are (%#)', async (name) => {
    const [targets] = questionnaire.questions;
    if (targets === undefined) throw new RangeError('the model asks nothing');
    const page = await opened(`/?${new URLSearchParams({ subject: name, name })}`);
    const form = formIn(page);
    await form.button('startQuick', { count: 12 }).click();
    await form.answer(targets, { notApplicable: name });
    await page.keyboard.press('Tab');
    await form.answerAll(questionnaire.questions.slice(1), OPEN_TEAM);
    await form.button('recordAgain', { subject: name }).click();
    await form.button('downloadMarkdown').waitFor();
    expect(await form.element.locator('script, [onload], a[href^="javascript"]').count()).toBe(0);
    expect(visitor.witness.complaints).toEqual([]);
  });

  it.each(['', 'element.html', 'frame.html', 'portal-card.html'])('give examples that work (/examples/%s)', async (example) => {
    const page = await opened(`/examples/${example}`);
    if (example !== '') {
      const form = example === 'frame.html' ? formIn(page.frameLocator('iframe')) : formIn(page);
      await form.button('startQuick', { count: 12 }).click();
      await form.element.getByRole('checkbox').first().check();
    }
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(visitor.witness.complaints).toEqual([]);
  });
});

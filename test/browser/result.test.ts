import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import { eventually } from './stage/eventually.ts';
import { OPEN_TEAM } from './stage/example-team.ts';
import { type Form, formIn, say } from './stage/form.ts';
import { type Stage, setStage, type Visitor } from './stage/stage.ts';

describe('the result', () => {
  let stage: Stage;
  let visitor: Visitor;
  let questionnaire: Questionnaire;
  let page: Page;
  let form: Form;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  beforeEach(async () => {
    visitor = await stage.visitor();
    page = await visitor.context.newPage();
    await page.goto(`${stage.service.url}/?subject=component:result`);
    form = formIn(page);
    await form.button('startQuick', { count: 12 }).click();
    await form.answerAll(questionnaire.questions, OPEN_TEAM);
    await form.button('print').waitFor();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  const section = (heading: 'closeness' | 'priorities') =>
    form.element.locator('section', { has: page.getByRole('heading', { name: say(heading) }) });

  async function scores(): Promise<readonly string[]> {
    const rows = await section('closeness')
      .getByRole('listitem')
      .filter({ has: page.locator('svg') })
      .allTextContents();
    return rows.map((text) => text.replaceAll(/\s+/g, ' ').trim());
  }

  it('follows the weights at once, and then as the service has it', async () => {
    const before = await scores();
    let release: (value: unknown) => void = () => undefined;
    const held = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/evaluate**', async (route) => {
      await held;
      await route.continue();
    });
    const slider = section('priorities').getByRole('slider', { name: 'Where the software runs' });
    const spoken = await slider.getAttribute('aria-valuetext');
    await slider.press('Home');
    const previewed = await eventually(scores, (now) => now.join() !== before.join());
    const answer = page.waitForResponse((response) => response.url().includes('/evaluate'));
    release(undefined);
    const { alternatives } = await (await answer).json();
    await form.element.locator('[part~=result][aria-busy=true]').waitFor({ state: 'detached' });
    for (const { title, score } of alternatives) {
      expect((await scores()).find((row) => row.startsWith(title))).toContain(String(Math.round(score)));
      expect(previewed.find((row) => row.startsWith(title))).toContain(String(Math.round(score)));
    }
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(spoken);
    await form.button('resetWeights').click();
    await eventually(scores, (now) => now.join() === before.join());
    expect(visitor.witness.complaints).toEqual([]);
  });

  it('leads back to every answer, and does not stay recorded when one changes', async () => {
    await form.button('recordAgain', { subject: 'component:result' }).click();
    await form.button('downloadMarkdown').waitFor();
    await form.element.getByText(say('yourAnswers', { count: 12 })).click();
    const truth = questionnaire.questions.find(({ id }) => id === 'truth-record');
    if (truth === undefined) throw new RangeError('the model does not ask for the truth');
    await form.element.locator('details').getByRole('button', { name: truth.text }).click();
    await form.question(truth).getByRole('radio', { checked: true }).waitFor();
    await form.answer(truth, 'service-desk');
    await form.answerAll([], {});
    await form.button('recordAgain', { subject: 'component:result' }).waitFor();
    expect(await form.button('downloadMarkdown').count()).toBe(0);
  });

  it('has a link that can be copied', async () => {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await form.button('copyLink').click();
    await form.element.getByText(say('copied')).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(new RegExp(`^${stage.service.url}/#assessment=[0-9a-f-]{36}$`));
    const elsewhere = await (await stage.visitor()).context.newPage();
    await elsewhere.goto(link);
    await formIn(elsewhere).element.getByRole('radio', { checked: true }).first().waitFor();
  });
});

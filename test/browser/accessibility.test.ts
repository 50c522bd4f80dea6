import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { AskedQuestion, Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import { accessibilityFindings } from './stage/accessibility.ts';
import { OPEN_TEAM, SETTLED_TEAM } from './stage/example-team.ts';
import { type Form, say } from './stage/form.ts';
import { openPortal } from './stage/portal.ts';
import { type Stage, setStage } from './stage/stage.ts';
import { sidewaysScrolling } from './stage/witness.ts';

/** How a page looks, and how its reader's browser is set. */
const LOOKS: readonly (readonly [look: string, html: string, options: BrowserContextOptions])[] = [
  ['light', 'lang="en"', { colorScheme: 'light' }],
  ['dark', 'lang="en" class="dark"', { colorScheme: 'dark' }],
  ['from right to left', 'lang="ar" dir="rtl"', { colorScheme: 'light' }],
  ['a phone in the dark', 'lang="en" class="dark"', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
  ['forced colours', 'lang="en"', { forcedColors: 'active' }],
];

describe.each(LOOKS)('the form for everybody: %s', (_, html, options) => {
  let stage: Stage;
  let questionnaire: Questionnaire;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  /** Opens the element with these attributes, on a profile of its own. */
  async function opened(attributes = ''): Promise<{ page: Page; form: Form }> {
    const visitor = await stage.visitor(options);
    return openPortal(stage, visitor, { html, body: `<delivery-advisor ${attributes}></delivery-advisor>` });
  }

  async function assess(answers: object): Promise<string> {
    const { body } = await stage.service.call('createAssessment', { body: { subject: { ref: 'team' }, answers } });
    return body.id;
  }

  async function findings(page: Page): Promise<readonly string[]> {
    return [...(await accessibilityFindings(page)), ...(await sidewaysScrolling(page))];
  }

  it('at the landing state and on every page of questions', async () => {
    const { page, form } = await opened('live');
    await form.button('startAll', { count: questionnaire.questions.length }).waitFor();
    expect(await findings(page)).toEqual([]);
    await form.button('startAll', { count: questionnaire.questions.length }).click();
    for (let shown = await form.shown(); shown !== ''; shown = await form.shownAfter(shown)) {
      await form.answerPage(questionnaire.questions, OPEN_TEAM);
      expect({ shown, findings: await findings(page) }).toEqual({ shown, findings: [] });
      await form.button('next').or(form.button('finish')).click();
    }
  });

  it('where something does not apply, is not known, or is no number that can be', async () => {
    const { page, form } = await opened();
    await form.button('startQuick', { count: 12 }).click();
    await form.answer(asked('targets'), ['kubernetes']);
    await form.question(asked('targets')).getByText(say('why')).click();
    await form.answer(asked('runtime-count'), 0);
    await form.question(asked('runtime-count')).getByRole('alert').waitFor();
    await form.answer(asked('reachability'), null);
    expect(await findings(page)).toEqual([]);
    await form.answer(asked('targets'), { notApplicable: 'we sell advice' });
    expect(await findings(page)).toEqual([]);
  });

  it('when all is settled, at the result, recorded and read only', async () => {
    const { page, form } = await opened('live subject="component:everybody"');
    await form.button('startQuick', { count: 12 }).click();
    await form.answerAll(questionnaire.questions, SETTLED_TEAM);
    await form.button('decidedSee').waitFor();
    expect(await findings(page)).toEqual([]);
    await form.button('decidedSee').click();
    await form.button('recordAgain', { subject: 'component:everybody' }).click();
    await form.button('downloadMarkdown').waitFor();
    await form.element.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    expect(await findings(page)).toEqual([]);
    const readOnly = await opened(`readonly assessment="${await assess(OPEN_TEAM)}"`);
    await readOnly.form.button('print').waitFor();
    expect(await findings(readOnly.page)).toEqual([]);
  });

  it('when something goes wrong', async () => {
    const lost = await opened('model="no-such-model"');
    await lost.form.button('retry').waitFor();
    expect(await findings(lost.page)).toEqual([]);

    const { page, form } = await opened('subject="component:wrong"');
    await form.button('startQuick', { count: 12 }).click();
    await page.route('**/v1/assessments**', () => undefined);
    await form.answer(asked('targets'), ['kubernetes']);
    await form.element.getByText(say('saving')).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });

    const cut = await opened('subject="component:cut"');
    await cut.form.button('startQuick', { count: 12 }).click();
    await cut.page.context().setOffline(true);
    await cut.form.answer(asked('targets'), ['kubernetes']);
    await cut.form.element.getByRole('status').getByText(say('waiting')).waitFor();
    expect(await findings(cut.page)).toEqual([]);
  });

  it.each([
    [401, 'expired'],
    [403, 'forbidden'],
    [500, 'server'],
  ] as const)('when the service answers %d', async (status, phrase) => {
    const { page, form } = await opened();
    await form.button('startQuick', { count: 12 }).click();
    const headers = { 'Access-Control-Allow-Origin': stage.host.origin };
    const body = JSON.stringify({ code: 'x', requestId: '963028ed-3efb-43e1-8424-d6c10ad2788e' });
    await page.route('**/evaluate**', (route) =>
      route.fulfill({ status, headers, contentType: 'application/problem+json', body }),
    );
    await form.button('seeNow').click();
    await form.element.getByText(say(phrase), { exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('when two people disagree', async () => {
    const id = await assess({});
    const { page, form } = await opened(`assessment="${id}"`);
    await form.button('startQuick', { count: 12 }).click();
    await stage.service.call('changeAssessment', { params: { id }, body: { revision: 1, answers: { targets: ['serverless'] } } });
    await form.answer(asked('targets'), ['kubernetes']);
    await form.button('keepMine').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  function asked(id: string): AskedQuestion {
    const question = questionnaire.questions.find((each) => each.id === id);
    if (question === undefined) throw new RangeError(`there is no question ${id}`);
    return question;
  }
});

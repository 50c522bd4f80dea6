import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page, Route } from 'playwright-core';
import type { AskedQuestion, Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import { OPEN_TEAM } from './stage/example-team.ts';
import { type Form, formIn, say } from './stage/form.ts';
import { type Stage, setStage } from './stage/stage.ts';

describe('a network that comes and goes', () => {
  let stage: Stage;
  let questionnaire: Questionnaire;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  /** Starts answering for a subject, on a profile of its own. */
  async function started(subject: string): Promise<{ context: BrowserContext; page: Page; form: Form }> {
    const { context } = await stage.visitor();
    const page = await context.newPage();
    await page.goto(`${stage.service.url}/?subject=${subject}`);
    const form = formIn(page);
    await form.button('startQuick', { count: 12 }).click();
    return { context, page, form };
  }

  const status = ({ element }: Form, phrase: 'saved' | 'waiting') => element.getByRole('status').getByText(say(phrase));

  async function storedFor(subject: string): Promise<unknown> {
    const { body } = await stage.service.call('listAssessments', { query: `subject=${subject}` });
    return body.items.map(({ answers }: { answers: unknown }) => answers);
  }

  it('loses nothing that is said while it is away', async () => {
    const { context, form } = await started('cut');
    await form.answer(asked('targets'), ['kubernetes']);
    await status(form, 'saved').waitFor();
    await context.setOffline(true);
    await form.answer(asked('runtime-count'), 30);
    await form.answer(asked('reachability'), 'direct');
    await status(form, 'waiting').waitFor();
    await form.button('next').click();
    await form.answer(asked('truth-record'), 'git');
    expect(await storedFor('cut')).toEqual([{ targets: ['kubernetes'] }]);
    await context.setOffline(false);
    await status(form, 'saved').waitFor();
    expect(await storedFor('cut')).toEqual([
      { targets: ['kubernetes'], 'runtime-count': 30, reachability: 'direct', 'truth-record': 'git' },
    ]);
  });

  it('keeps the first answer for when it comes', async () => {
    const { context, form } = await started('late');
    await context.setOffline(true);
    await form.answerPage(questionnaire.questions, OPEN_TEAM);
    await status(form, 'waiting').waitFor();
    await form.button('seeNow').click();
    await form.element.getByText(say('offline')).waitFor();
    await context.setOffline(false);
    await status(form, 'saved').waitFor();
    expect(await storedFor('late')).toEqual([Object.fromEntries(Object.entries(OPEN_TEAM).slice(0, 5))]);
  });

  it('may lose replies without anybody being asked about answers of their own', async () => {
    const { page, form } = await started('deaf');
    const lose = async (route: Route) => {
      if (!['POST', 'PATCH'].includes(route.request().method())) return route.continue();
      await route.fetch();
      return route.abort();
    };
    await page.route('**/v1/assessments**', lose);
    await form.answer(asked('targets'), ['kubernetes']);
    await status(form, 'waiting').waitFor();
    await form.answer(asked('runtime-count'), 30);
    await page.unroute('**/v1/assessments**', lose);
    await status(form, 'saved').waitFor();
    expect(await form.element.getByText(say('conflict')).count()).toBe(0);
    expect(await storedFor('deaf')).toEqual([{ targets: ['kubernetes'], 'runtime-count': 30 }]);
  });

  function asked(id: string): AskedQuestion {
    const question = questionnaire.questions.find((each) => each.id === id);
    if (question === undefined) throw new RangeError(`there is no question ${id}`);
    return question;
  }
});

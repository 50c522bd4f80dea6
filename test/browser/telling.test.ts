import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import type { AdvisorElement } from './stage/advisor-element.ts';
import { eventually } from './stage/eventually.ts';
import { OPEN_TEAM, SETTLED_TEAM } from './stage/example-team.ts';
import { type Heard, listenIn } from './stage/heard.ts';
import { openPortal } from './stage/portal.ts';
import { type Stage, setStage, type Visitor } from './stage/stage.ts';

describe('the element and its page', () => {
  let stage: Stage;
  let visitor: Visitor;
  let heard: readonly Heard[];
  let questionnaire: Questionnaire;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  beforeEach(async () => {
    visitor = await stage.visitor();
    heard = await listenIn(visitor.context);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  const named = <Name extends Heard['name']>(name: Name) =>
    heard.filter((event): event is Extract<Heard, { name: Name }> => event.name === name);

  it('tell what happens, with its details', async () => {
    const { form } = await openPortal(stage, visitor, { body: '<delivery-advisor subject="component:told"></delivery-advisor>' });
    await form.button('startQuick', { count: 12 }).click();
    await form.answerPage(questionnaire.questions, SETTLED_TEAM);
    await eventually(
      () => named('saved').length,
      (count) => count > 0,
    );
    await eventually(
      () => named('decided').length,
      (count) => count === 1,
    );
    await form.element.evaluate((element: AdvisorElement) => element.submit());
    await eventually(
      () => named('recommendation').at(-1)?.detail.recommendation,
      (id) => id !== undefined,
    );

    expect(named('ready').map(({ detail }) => detail)).toEqual([
      { model: 'delivery-approach', version: '1.1.0', questions: questionnaire.questions.length },
    ]);
    expect(named('answer').at(0)?.detail).toEqual({ question: 'targets', answer: ['mobile-stores'] });
    expect(named('decided')[0]?.detail.recommended).toBe('cicd');
    expect(named('recommendation').at(-1)?.detail.evaluation.outcome.recommended).toBe('cicd');
    expect(named('resize').every(({ detail }) => detail.height > 100)).toBe(true);
    const { assessment = '' } = named('recommendation').at(-1)?.detail ?? {};
    expect(named('saved').at(-1)?.detail.assessment).toBe(assessment);
    const { body } = await stage.service.call('getAssessment', { params: { id: assessment } });
    expect(body.latestRecommendation.id).toBe(named('recommendation').at(-1)?.detail.recommendation);
  });

  it('show a question, begin anew and take what is known beforehand', async () => {
    const { form } = await openPortal(stage, visitor, { body: '<delivery-advisor></delivery-advisor>' });
    await form.element.evaluate((element: AdvisorElement, prefill) => {
      element.prefill = prefill;
    }, OPEN_TEAM);
    await form.element.getByText('12 answers are there already.').waitFor();
    await form.element.evaluate((element: AdvisorElement) => element.goTo('keep-in-step'));
    await form.element.locator('[data-question="keep-in-step"]').getByRole('radio', { checked: true }).waitFor();
    await form.element.evaluate((element: AdvisorElement) => element.reset());
    await form.button('startQuick', { count: 12 }).waitFor();
  });

  it('go on where they were when the element is moved', async () => {
    const { page, form } = await openPortal(stage, visitor, { body: '<delivery-advisor></delivery-advisor><section></section>' });
    await form.button('startQuick', { count: 12 }).click();
    await form.answerPage(questionnaire.questions.slice(0, 1), OPEN_TEAM);
    await page.evaluate(() => document.querySelector('section')?.append(...document.querySelectorAll('delivery-advisor')));
    await form.element.getByRole('checkbox', { name: 'Kubernetes clusters', checked: true }).waitFor();
    const before = await form.shown();
    await form.button('next').click();
    expect(await form.shownAfter(before)).toContain('truth-record');
    expect(named('ready').length).toBe(1);
  });

  it('ask for a token before each request, and send it', async () => {
    const { page, form } = await openPortal(stage, visitor, { body: '' });
    await page.evaluate(() => {
      const element = document.createElement('delivery-advisor') as AdvisorElement; // its class is loaded
      const tokens = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
      element.getToken = async () => tokens.shift();
      document.querySelector('main')?.append(element);
    });
    const [request] = await Promise.all([
      page.waitForRequest((each) => each.method() === 'POST' && each.url().includes('/evaluate')),
      form
        .button('startQuick', { count: 12 })
        .click()
        .then(() => form.answerPage(questionnaire.questions.slice(0, 1), OPEN_TEAM)),
    ]);
    expect(await request.headerValue('authorization')).toMatch(/^Bearer (two|three|four|five|six|seven|eight)$/);
    expect(visitor.witness.complaints).toEqual([]);
  });

  it('tell of an error once, with what it is', async () => {
    await openPortal(stage, visitor, { body: '<delivery-advisor model="no-such-model"></delivery-advisor>' });
    await eventually(
      () => named('error').length,
      (count) => count > 0,
    );
    expect(named('error').map(({ detail }) => detail.kind)).toEqual(['not-found']);
  });
});

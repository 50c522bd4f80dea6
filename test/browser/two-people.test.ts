import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AskedQuestion, Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import { type Form, formIn, say } from './stage/form.ts';
import { type Stage, setStage } from './stage/stage.ts';

describe('two people at one assessment', () => {
  let stage: Stage;
  let questionnaire: Questionnaire;
  let assessment: string;
  let ann: Form;
  let ben: Form;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  beforeEach(async () => {
    const { body } = await stage.service.call('createAssessment', { body: { subject: { ref: 'shared' } } });
    assessment = body.id;
    [ann, ben] = await Promise.all([opened(), opened()]);
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  async function opened(): Promise<Form> {
    const { context } = await stage.visitor();
    const page = await context.newPage();
    await page.goto(`${stage.service.url}/#assessment=${assessment}`);
    const form = formIn(page);
    await form.button('startQuick', { count: 12 }).click();
    return form;
  }

  async function stored(): Promise<unknown> {
    const { body } = await stage.service.call('getAssessment', { params: { id: assessment } });
    return body.answers;
  }

  const saved = ({ element }: Form) => element.getByRole('status').getByText(say('saved')).waitFor();

  /** Ann and Ben answer the first question differently, Ben another one as well; Ben has seen nothing of Ann's. */
  async function clash(): Promise<void> {
    await ann.answer(first(), ['kubernetes']);
    await saved(ann);
    await ben.answer(first(), ['virtual-machines']);
    await ben.element.getByRole('heading', { name: say('conflict') }).waitFor();
    expect(await stored()).toEqual({ targets: ['kubernetes'] });
    const panel = ben.element.locator('[part~=conflict]');
    await panel.getByText('Kubernetes clusters').waitFor();
    await panel.getByText('Virtual machines or physical servers').waitFor();
  }

  it('are told of a conflict, and may keep their own answer', async () => {
    await clash();
    await ben.button('keepMine').click();
    await saved(ben);
    expect(await stored()).toEqual({ targets: ['virtual-machines'] });
    expect(await ben.element.getByRole('heading', { name: say('conflict') }).count()).toBe(0);
  });

  it('are told of a conflict, and may take the other answer', async () => {
    await clash();
    await ben.button('takeTheirs').click();
    await ben.question(first()).getByRole('checkbox', { name: 'Kubernetes clusters', checked: true }).waitFor();
    await saved(ben);
    expect(await stored()).toEqual({ targets: ['kubernetes'] });
    expect(await ben.question(first()).getByRole('checkbox', { checked: true }).count()).toBe(1);
  });

  it('find the answers of both where they answered different questions', async () => {
    await ann.answer(first(), ['kubernetes']);
    await saved(ann);
    await ben.button('next').click();
    const truth = questionnaire.questions.find(({ id }) => id === 'truth-record');
    if (truth === undefined) throw new RangeError('the model asks too little');
    await ben.answer(truth, 'git');
    await ben.element.getByText(say('arrived', { count: 1 })).waitFor();
    expect(await stored()).toEqual({ targets: ['kubernetes'], 'truth-record': 'git' });
    expect(await ben.element.getByRole('heading', { name: say('conflict') }).count()).toBe(0);
  });

  function first(): AskedQuestion {
    const [question] = questionnaire.questions;
    if (question === undefined) throw new RangeError('the model asks nothing');
    return question;
  }
});

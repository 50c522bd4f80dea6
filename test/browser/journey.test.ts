import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import type { WireAnswers } from '../../src/embed/session/session-state.ts';
import { OPEN_TEAM, SETTLED_TEAM } from './stage/example-team.ts';
import { type Form, formIn, say } from './stage/form.ts';
import { type Typist, typistAt } from './stage/keyboard.ts';
import { pagesOf } from './stage/paper.ts';
import { type Stage, setStage } from './stage/stage.ts';
import { typeAnswer } from './stage/typed-answer.ts';
import { sidewaysScrolling } from './stage/witness.ts';

/** CSS pixels: a desk, a phone, and a desk at 400 % zoom. */
const WINDOWS = [
  ['a desk', { width: 1280, height: 900 }],
  ['a phone', { width: 360, height: 740 }],
  ['400 % zoom', { width: 320, height: 256 }],
] as const;

/** One person at one window. */
interface Journey {
  readonly page: Page;
  readonly form: Form;
  readonly typist: Typist;
  readonly questionnaire: Questionnaire;
  /** What could be scrolled sideways anywhere on the way. */
  readonly sideways: string[];
}

describe('a journey by keyboard alone', () => {
  let stage: Stage;
  let questionnaire: Questionnaire;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  it.each(WINDOWS)('leads from landing to a printed record (%s)', async (_, viewport) => {
    const { context, witness } = await stage.visitor({ viewport });
    const printed: string[] = [];
    await context.exposeFunction('print', () => void printed.push(page.url()));
    const page = await context.newPage();
    await page.goto(`${stage.service.url}/?subject=component:${viewport.width}`);
    const journey = { page, form: formIn(page), typist: typistAt(page), questionnaire, sideways: [] };

    await enter(journey, say('startQuick', { count: 12 }));
    await answerAll(journey, OPEN_TEAM);
    await journey.form.element.locator('[part~=result]').waitFor();
    await enter(journey, say('recordAgain', { subject: `component:${viewport.width}` }));
    await journey.form.button('print').waitFor();
    await enter(journey, say('print'));

    expect(printed.length).toBe(1);
    expect(journey.typist.complaints).toEqual([]);
    expect(journey.sideways).toEqual([]);
    expect(witness.complaints).toEqual([]);
    const paper = await page.pdf({ format: 'A4' });
    expect(pagesOf(paper)).toBeGreaterThan(0);
    expect(pagesOf(paper)).toBeLessThanOrEqual(2);
    expect(paper.toString('latin1')).toContain('/FontFile');
  });

  it('says when all is settled, and goes on from there', async () => {
    const { context, witness } = await stage.visitor();
    const page = await context.newPage();
    await page.goto(stage.service.url);
    const journey = { page, form: formIn(page), typist: typistAt(page), questionnaire, sideways: [] };
    await enter(journey, say('startQuick', { count: 12 }));
    await answerAll(journey, SETTLED_TEAM);
    await journey.form.element.getByRole('heading', { name: say('decided', { alternative: 'CI/CD (pipeline push)' }) }).waitFor();
    await enter(journey, say('decidedGoOn'));
    await journey.form.button('next').waitFor();
    expect(journey.typist.complaints).toEqual([]);
    expect(witness.complaints).toEqual([]);
  });
});

/** Goes to a button and presses it. */
async function enter({ page, form, typist, sideways }: Journey, name: string): Promise<void> {
  await form.element.getByRole('button', { name, exact: true }).waitFor();
  await typist.tabTo((focus) => focus.kind === 'button' && focus.name === name);
  sideways.push(...(await sidewaysScrolling(page)));
  await typist.press('Enter');
}

/** Answers page after page, until none is shown. */
async function answerAll(journey: Journey, answers: WireAnswers): Promise<void> {
  const { form, typist, questionnaire } = journey;
  for (let shown = await form.shown(); shown !== ''; shown = await form.shownAfter(shown)) {
    for (const question of questionnaire.questions) {
      const answer = answers[question.id];
      if (answer !== undefined && (await form.question(question).isVisible())) await typeAnswer(typist, question, answer);
    }
    await form.weighed();
    const isLast = await form.button('finish').isVisible();
    await enter(journey, say(isLast ? 'finish' : 'next'));
  }
}

import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { AskedQuestion } from '../../../src/decision/answers/questionnaire.ts';
import type { WireAnswer, WireAnswers } from '../../../src/embed/session/session-state.ts';
import { createSay, type PhraseKey } from '../../../src/embed/words/say.ts';
import { eventually } from './eventually.ts';

/** What the form says in English. */
export const say = createSay('en');

/** A form as people know it: by what it says. */
export interface Form {
  readonly element: Locator;
  button(phrase: PhraseKey, values?: Readonly<Record<string, string | number>>): Locator;
  /** The fieldset of a question. */
  question(question: AskedQuestion): Locator;
  /** Gives an answer by mouse. */
  answer(question: AskedQuestion, answer: WireAnswer): Promise<void>;
  /** Answers what the page that is shown asks, in its order, where an answer is known. */
  answerPage(questions: readonly AskedQuestion[], answers: WireAnswers): Promise<void>;
  /** Answers page after page by mouse, from the first that is shown until none is. */
  answerAll(questions: readonly AskedQuestion[], answers: WireAnswers): Promise<void>;
  /** Resolves when the standing takes all answers into account, if there is one: a form that is `live` knows then what is settled. */
  weighed(): Promise<void>;
  /** The ids of the questions that are shown, once there are some; with spaces between them. */
  shown(): Promise<string>;
  /** The same once others are shown than these; empty when it is no page of questions. */
  shownAfter(before: string): Promise<string>;
}

/** The form in a page, in a frame of it, or itself among several. */
export function formIn(root: Page | FrameLocator | Locator): Form {
  const element = root.locator('delivery-advisor');
  const button = (phrase: PhraseKey, values = {}) => element.getByRole('button', { name: say(phrase, values), exact: true });
  const groupOf = ({ text }: AskedQuestion) => element.getByRole('group', { name: text });
  const answer = (question: AskedQuestion, given: WireAnswer) => give(groupOf(question), question, given);
  const ids = () =>
    element.locator('[data-question]').evaluateAll((all) => all.map((each) => each.getAttribute('data-question')));
  const shownAfter = (before: string) =>
    eventually(
      async () => (await ids()).join(' '),
      (shown) => shown !== before,
    );
  const form: Form = {
    element,
    button,
    question: groupOf,
    answer,
    shown: () => shownAfter(''),
    async weighed() {
      const standing = element.locator('[part~=standing]');
      if (await standing.isVisible()) await standing.and(element.locator('[aria-busy=false]')).waitFor();
    },
    shownAfter,
    async answerPage(questions, answers) {
      for (const question of questions) {
        const given = answers[question.id];
        if (given !== undefined && (await groupOf(question).isVisible())) await answer(question, given);
      }
    },
    async answerAll(questions, answers) {
      for (let shown = await form.shown(); shown !== ''; shown = await shownAfter(shown)) {
        await form.answerPage(questions, answers);
        await form.weighed();
        await button('next').or(button('finish')).click();
      }
    },
  };
  return form;
}

async function give(group: Locator, question: AskedQuestion, answer: WireAnswer): Promise<void> {
  if (answer === null) return row(group, say('unknown')).check();
  if (typeof answer === 'object' && 'notApplicable' in answer) {
    await row(group, say('notApplicable')).check();
    return group.getByRole('textbox', { name: say('reason') }).fill(answer.notApplicable);
  }
  if (question.type === 'integer') {
    await group.getByRole('spinbutton').fill(String(answer));
    return group.getByRole('spinbutton').blur();
  }
  for (const name of rowsOf(question, answer)) await row(group, name).check();
}

/** The names of the rows to be chosen. */
function rowsOf(question: AskedQuestion, answer: WireAnswer): readonly string[] {
  if (typeof answer === 'boolean') return [say(answer ? 'yes' : 'no')];
  if (typeof answer === 'number') return [String(answer)];
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  return question.choices?.filter(({ id }) => chosen.includes(id)).map(({ text }) => text) ?? [];
}

/** A radio button or check box by how its name begins; a hint may follow. */
function row(group: Locator, name: string): Locator {
  const pattern = new RegExp(`^${name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`);
  return group.getByRole('radio', { name: pattern }).or(group.getByRole('checkbox', { name: pattern }));
}

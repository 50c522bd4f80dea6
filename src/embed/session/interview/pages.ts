import type { AskedQuestion, Depth, Questionnaire } from '../../../decision/answers/questionnaire.ts';
import type { Section } from '../../../decision/model/question.ts';
import type { Page } from '../session-state.ts';

/** The most questions on one page. */
const MOST = 5;

/** Questions of one section that share a page whenever they are asked. */
export interface Sheet {
  readonly section?: Section | undefined;
  readonly questions: readonly AskedQuestion[];
}

/** A page with the index of the sheet it shows. */
export interface ShownPage {
  readonly sheet: number;
  readonly page: Page;
}

/** Whether a questionnaire has questions for the quick form; without any, the quick form asks them all. */
export function hasCore({ questions }: Questionnaire): boolean {
  return questions.some(({ core }) => core);
}

/** The questions that a depth may ask. */
export function questionsAt(questionnaire: Questionnaire, depth: Depth): readonly AskedQuestion[] {
  const { questions } = questionnaire;
  return depth === 'core' && hasCore(questionnaire) ? questions.filter(({ core }) => core) : questions;
}

/**
 * The questions of a depth, section by section, in sheets of much the same size. What the answers enable makes no
 * difference, so that questions never move to another page.
 */
export function sheetsOf(questionnaire: Questionnaire, depth: Depth): readonly Sheet[] {
  const asked = questionsAt(questionnaire, depth);
  const named = new Set(questionnaire.sections.map(({ id }) => id));
  const among = ({ section = '' }: AskedQuestion) => (named.has(section) ? section : undefined);
  return [...questionnaire.sections, undefined].flatMap((section) =>
    balanced(asked.filter((question) => among(question) === section?.id)).map((questions) => ({ section, questions })),
  );
}

function balanced(questions: readonly AskedQuestion[]): readonly (readonly AskedQuestion[])[] {
  const count = Math.ceil(questions.length / MOST);
  const start = (sheet: number) => Math.ceil((sheet * questions.length) / count);
  return Array.from({ length: count }, (_, sheet) => questions.slice(start(sheet), start(sheet + 1)));
}

/** The pages of those sheets that have something to ask. */
export function pagesOf(sheets: readonly Sheet[], isAsked: (question: string) => boolean): readonly ShownPage[] {
  const open = sheets.flatMap(({ section, questions }, sheet) => {
    const asked = questions.filter(({ id }) => isAsked(id));
    return asked.length === 0 ? [] : [{ sheet, section, questions: asked }];
  });
  const sections = [...new Set(open.map(({ section }) => section))];
  return open.map(({ sheet, section, questions }) => ({
    sheet,
    page: { section, place: sections.indexOf(section) + 1, of: sections.length, questions },
  }));
}

import type { CompiledModel } from '../compile/compiled-model.ts';
import type { Condition } from '../model/condition.ts';
import type { Question, Section } from '../model/question.ts';

/** `core` holds the questions of the quick questionnaire, `full` all that are asked. */
export type Depth = 'core' | 'full';

/** What a form needs to ask: everything but points, rules and gates. */
export interface Questionnaire {
  readonly model: string;
  readonly version: string;
  readonly title: string;
  readonly alternatives: readonly Described[];
  readonly criteria: readonly CriterionHeading[];
  readonly sections: readonly Section[];
  /** In the author's order. Facts in `enabledWhen` are written out, so that it reads answers only. */
  readonly questions: readonly AskedQuestion[];
}

/** Something with a name that a form shows. */
export interface Described {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** A criterion with the weight it has unless the reader changes it. */
export interface CriterionHeading {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly weight: number;
}

/** A question as it is asked. `choices` are there for `single` and `multiple`, `min` and `max` for numbers. */
export interface AskedQuestion {
  readonly id: string;
  readonly section?: string;
  readonly criteria: readonly string[];
  readonly type: Question['type'];
  readonly core: boolean;
  readonly text: string;
  readonly help?: string;
  readonly why?: string;
  readonly choices?: readonly AskedChoice[];
  readonly min?: number;
  readonly max?: number;
  readonly minText?: string;
  readonly maxText?: string;
  readonly enabledWhen?: Condition;
}

/** One of the choices of a question; `exclusive` ones stand alone. */
export interface AskedChoice {
  readonly id: string;
  readonly text: string;
  readonly hint?: string;
  readonly exclusive: boolean;
}

/** The questionnaire of a model; retired questions are left out, and sections that would be empty. */
export function questionnaire(model: CompiledModel, depth: Depth): Questionnaire {
  const { id, version, title, alternatives, criteria, sections = [], facts = {} } = model.document;
  const written = createWriting(model.document.questions, new Map(Object.entries(facts)));
  const questions = model.questions
    .filter(({ question, retired }) => !retired && (depth === 'full' || question.core === true))
    .map(({ question }) => asked(question, written));
  const used = new Set(questions.map(({ section }) => section));
  return {
    model: id,
    version,
    title,
    alternatives: alternatives.map((one) => ({
      id: one.id,
      title: one.title,
      ...(one.description !== undefined && { description: one.description }),
    })),
    criteria: criteria.map((one) => ({
      id: one.id,
      title: one.title,
      ...(one.about !== undefined && { about: one.about }),
      weight: one.weight,
    })),
    sections: sections.filter((section) => used.has(section.id)),
    questions,
  };
}

function asked(question: Question, written: (condition: Condition) => Condition): AskedQuestion {
  const { id, section, criteria = [], type, core = false, text, help, why, enabledWhen } = question;
  return {
    id,
    ...(section !== undefined && { section }),
    criteria,
    type,
    core,
    text,
    ...(help !== undefined && { help }),
    ...(why !== undefined && { why }),
    ...options(question),
    ...(enabledWhen !== undefined && { enabledWhen: written(enabledWhen) }),
  };
}

function options(question: Question): Partial<AskedQuestion> {
  if (question.type === 'boolean') return {};
  if ('choices' in question) {
    const choices = question.choices.map(({ id, text, hint, exclusive = false }) => {
      return { id, text, ...(hint !== undefined && { hint }), exclusive };
    });
    return { choices };
  }
  const { min, max, minText, maxText } = question;
  return { min, max, ...(minText !== undefined && { minText }), ...(maxText !== undefined && { maxText }) };
}

/**
 * Writes conditions so that they say the same to a reader who sees nothing but the questions that are asked: facts are
 * replaced by what they stand for, and a test of a retired question, which is open, fails where that was disabled.
 */
function createWriting(questions: readonly Question[], facts: ReadonlyMap<string, Condition>) {
  const retired = new Map(questions.flatMap((one) => (one.retired ? [[one.id, one.enabledWhen] as const] : [])));
  const written = (condition: Condition): Condition => {
    if ('all' in condition) return { all: condition.all.map(written) };
    if ('any' in condition) return { any: condition.any.map(written) };
    if ('not' in condition) return { not: written(condition.not) };
    if ('fact' in condition) return written(factNamed(facts, condition.fact));
    const enabledWhen = retired.get(condition.question);
    return enabledWhen === undefined ? condition : { all: [written(enabledWhen), condition] };
  };
  return written;
}

function factNamed(facts: ReadonlyMap<string, Condition>, name: string): Condition {
  const fact = facts.get(name);
  if (fact === undefined) throw new RangeError(`the model has no fact ${name}`);
  return fact;
}

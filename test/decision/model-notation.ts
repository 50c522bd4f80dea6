import type { Condition } from '../../src/decision/model/condition.ts';
import type { DecisionModel, Gate, Rule } from '../../src/decision/model/document.ts';
import type { BooleanQuestion, ChoiceQuestion, NumberQuestion } from '../../src/decision/model/question.ts';

/**
 * A model made of what matters to a test. The rest is the plainest there is: alternatives `a`, `b` and `c` in this
 * order, one criterion `only` whose scale is 6, no question and no rule.
 */
export function modelOf(parts: Partial<DecisionModel>): DecisionModel {
  return {
    id: 'test',
    version: '1.0.0',
    title: 'Which one?',
    alternatives: [
      { id: 'a', title: 'Ada' },
      { id: 'b', title: 'Bob' },
      { id: 'c', title: 'Cleo' },
    ],
    criteria: [{ id: 'only', title: 'The only criterion', weight: 1, scale: 6 }],
    questions: [],
    rules: [],
    ...parts,
  };
}

/** A question that is answered with one choice out of these. */
export function single(id: string, ...choices: readonly string[]): ChoiceQuestion {
  return { id, type: 'single', text: `${id}?`, choices: choices.map((choice) => ({ id: choice, text: choice })) };
}

/** A question that is answered with a set of these choices; one with an exclamation mark behind it is exclusive. */
export function multiple(id: string, ...choices: readonly string[]): ChoiceQuestion {
  const described = choices.map((choice) => ({
    id: choice.replace('!', ''),
    text: choice,
    ...(choice.endsWith('!') && { exclusive: true }),
  }));
  return { id, type: 'multiple', text: `${id}?`, choices: described };
}

/** A question that is answered with true or false. */
export function yesNo(id: string): BooleanQuestion {
  return { id, type: 'boolean', text: `${id}?` };
}

/** A question that is answered with a whole number. */
export function number(id: string, min: number, max: number): NumberQuestion {
  return { id, type: 'integer', text: `${id}?`, min, max };
}

/** A rule; its criterion is `only` unless `more` says otherwise. */
export function rule(id: string, when: Condition, points: Rule['points'], more: Partial<Rule> = {}): Rule {
  return { id, criterion: 'only', when, points, because: `${id} speaks.`, ...more };
}

/** A gate that excludes an alternative unless `more` says otherwise. */
export function gate(id: string, alternative: string, when: Condition, more: Partial<Gate> = {}): Gate {
  return { id, alternative, effect: 'excluded', when, because: `${id} is shut.`, ...more };
}

/** The condition that a boolean question is answered with true. */
export function yes(question: string): Condition {
  return { question, is: true };
}

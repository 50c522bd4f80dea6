import { type Leaf, nodesOf, TESTS_BY_TYPE } from '../model/condition.ts';
import type { DecisionModel } from '../model/document.ts';
import { type Finding, pointerToken } from '../model/finding.ts';
import type { Question } from '../model/question.ts';
import { conditionsOf } from './conditions-of.ts';

/** What is wrong inside conditions: facts, questions and choices that do not exist, and tests that do not fit the question. */
export function checkConditions(model: DecisionModel): readonly Finding[] {
  const questions = new Map(model.questions.map((question) => [question.id, question]));
  const facts = new Set(Object.keys(model.facts ?? {}));
  return conditionsOf(model).flatMap(({ path: start, condition }) =>
    [...nodesOf(condition, start)].flatMap(({ condition: node, path }): readonly Finding[] => {
      if ('fact' in node)
        return facts.has(node.fact)
          ? []
          : [error(`${path}/fact`, 'unknown-fact', `There is no fact ${node.fact}; define it under facts.`)];
      return 'question' in node ? checkLeaf(node, path, questions) : [];
    }),
  );
}

function checkLeaf(leaf: Leaf, path: string, questions: ReadonlyMap<string, Question>): readonly Finding[] {
  const question = questions.get(leaf.question);
  if (question === undefined) {
    return [
      error(`${path}/question`, 'unknown-question', `There is no question ${leaf.question}; correct the id or add the question.`),
    ];
  }
  const fitting: readonly string[] = TESTS_BY_TYPE[question.type];
  const tests = Object.entries(leaf).filter(([key]) => key !== 'question');
  return tests.flatMap(([key, operand]): readonly Finding[] => {
    const place = `${path}/${pointerToken(key)}`;
    if (!fitting.includes(key)) {
      return [error(place, 'wrong-test', `${question.id} is of type ${question.type}; test it with ${fitting.join(', ')}.`)];
    }
    return operandFindings(question, operand, place);
  });
}

/** Compares what a test names with what the question can be answered with. */
function operandFindings(question: Question, operand: unknown, path: string): readonly Finding[] {
  if (Array.isArray(operand)) return operand.flatMap((one: unknown, index) => operandFindings(question, one, `${path}/${index}`));
  if (question.type === 'boolean') {
    return typeof operand === 'boolean' ? [] : [error(path, 'wrong-test', `${question.id} is answered with true or false.`)];
  }
  if (!('choices' in question) || typeof operand === 'number') return [];
  return question.choices.some(({ id }) => id === operand)
    ? []
    : [
        error(
          path,
          'unknown-choice',
          `${question.id} has no choice ${String(operand)}; use one of ${question.choices.map(({ id }) => id).join(', ')}.`,
        ),
      ];
}

function error(path: string, code: string, message: string): Finding {
  return { severity: 'error', path, code, message };
}

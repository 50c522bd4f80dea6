import { textOf } from './expression-text.js';

/** @import { Condition, Leaf } from '../../../src/decision/model/condition.ts' */
/** @import { DecisionModel } from '../../../src/decision/model/document.ts' */
/** @import { Language } from './expression-text.js' */

/**
 * Conditions of a decision as JavaScript that reads complete answers from `said`. What several conditions need (facts,
 * and whether a question is asked) becomes a constant of its own, in `lines` before the first that needs it.
 *
 * @param {DecisionModel} decision
 */
export function createScript({ questions, facts = {} }) {
  /** @type {string[]} */
  const lines = [];
  /** @type {Map<string, string>} */
  const names = new Map();
  const constant = (/** @type {string} */ key, /** @type {Condition | undefined} */ condition) => {
    const name = names.get(key) ?? `known${names.size}`;
    if (!names.has(key) && condition !== undefined) {
      names.set(key, name);
      const text = textOf(condition, language);
      lines.push(`const ${name} = ${text};`);
    }
    return name;
  };
  /** @type {Language} */
  const language = {
    and: '&&',
    or: '||',
    not: '!',
    fact: (name) => constant(`fact ${name}`, facts[name]),
    leaf: ({ question, ...tests }) => {
      const enabledWhen = questions.find(({ id }) => id === question)?.enabledWhen;
      const asked = enabledWhen === undefined ? [] : [constant(`asked ${question}`, enabledWhen)];
      return [...asked, ...testsOf(`said[${JSON.stringify(question)}]`, tests)].join(' && ');
    },
  };
  return { lines, constant };
}

/**
 * @param {string} answer
 * @param {Omit<Leaf, 'question'>} tests
 * @returns {readonly string[]}
 */
function testsOf(answer, { is, in: among, has, hasAny, hasAll, only, countAtLeast, countAtMost, atLeast, atMost }) {
  const text = (/** @type {unknown} */ value) => JSON.stringify(value);
  const contains = (/** @type {string} */ choice) => `${answer}.includes(${text(choice)})`;
  return [
    ...(is === undefined ? [] : [`${answer} === ${text(is)}`]),
    ...(among === undefined ? [] : [`(${among.map((one) => `${answer} === ${text(one)}`).join(' || ')})`]),
    ...(has === undefined ? [] : [contains(has)]),
    ...(hasAny === undefined ? [] : [`(${hasAny.map(contains).join(' || ')})`]),
    ...(hasAll === undefined ? [] : hasAll.map(contains)),
    ...(only === undefined ? [] : [`${answer}.every((one) => ${only.map((one) => `one === ${text(one)}`).join(' || ')})`]),
    ...(countAtLeast === undefined ? [] : [`${answer}.length >= ${countAtLeast}`]),
    ...(countAtMost === undefined ? [] : [`${answer}.length <= ${countAtMost}`]),
    ...(atLeast === undefined ? [] : [`${answer} >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [`${answer} <= ${atMost}`]),
  ];
}

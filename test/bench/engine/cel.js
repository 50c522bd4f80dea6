import { Environment } from '@marcbachmann/cel-js';
import { noFact, textOf } from './expression-text.js';
import { createScoring, positions } from './scoring.js';

/** @import { Language } from './expression-text.js' */
/** @import { Outcome, RivalMaker } from './rival.js' */

/** @type {Language} */
const CEL = {
  and: '&&',
  or: '||',
  not: '!',
  fact: noFact,
  leaf: ({ question, is, in: among, has, atLeast }) => {
    if (is !== undefined) return `${question} == ${JSON.stringify(is)}`;
    if (among !== undefined) return `${question} in ${JSON.stringify(among)}`;
    return has === undefined ? `${question} >= ${atLeast}.0` : `${JSON.stringify(has)} in ${question}`;
  },
};

const TYPES = /** @type {const} */ ({
  single: 'string',
  boolean: 'bool',
  scale: 'double',
  integer: 'double',
  multiple: 'list<string>',
});

/**
 * One typed expression that lists the truth of every rule and gate, scored afterwards.
 *
 * @type {RivalMaker}
 */
export function cel(decision, said) {
  const { questions, rules, gates = [] } = decision;
  const environment = questions.reduce((known, { id, type }) => known.registerVariable(id, TYPES[type]), new Environment());
  const program = environment.parse(`[${[...rules, ...gates].map(({ when }) => textOf(when, CEL)).join(',\n')}]`);
  const scored = createScoring(decision);
  /** @type {Outcome} */
  let latest = scored([], []);
  return {
    evaluate(position) {
      const truths = program(said[position]);
      latest = scored(positions(truths, 0, rules.length), positions(truths, rules.length, truths.length));
    },
    outcome: () => latest,
  };
}

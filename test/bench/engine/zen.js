import { ZenEngine } from '@gorules/zen-engine';
import { noFact, textOf } from './expression-text.js';
import { createScoring, positions } from './scoring.js';

/** @import { Language } from './expression-text.js' */
/** @import { Outcome, RivalMaker } from './rival.js' */

/** @type {Language} */
const ZEN = {
  and: 'and',
  or: 'or',
  not: 'not',
  fact: noFact,
  leaf: ({ question, is, in: among, has, atLeast }) => {
    if (is !== undefined) return `${question} == ${JSON.stringify(is)}`;
    if (among !== undefined) return `${question} in ${JSON.stringify(among)}`;
    return has === undefined ? `${question} >= ${atLeast}` : `contains(${question}, ${JSON.stringify(has)})`;
  },
};

/**
 * One expression that lists the truth of every rule and gate, which it evaluates faster than as many of them and than
 * a decision table; scored afterwards.
 *
 * @type {RivalMaker}
 */
export function zen(decision, said) {
  const { rules, gates = [] } = decision;
  const list = `[${[...rules, ...gates].map(({ when }) => textOf(when, ZEN)).join(', ')}]`;
  const compiled = new ZenEngine().createDecision(graphOf({ truths: list }));
  const scored = createScoring(decision);
  /** @type {Outcome} */
  let latest = scored([], []);
  return {
    async evaluate(position) {
      const { result } = await compiled.evaluate(said[position]);
      latest = scored(positions(result.truths, 0, rules.length), positions(result.truths, rules.length, result.truths.length));
    },
    outcome: () => latest,
  };
}

/**
 * A decision of one node between its input and its output.
 *
 * @param {Readonly<Record<string, string>>} expressions by the name of what they give
 */
function graphOf(expressions) {
  const position = { x: 0, y: 0 };
  const listed = Object.entries(expressions).map(([key, value]) => ({ id: key, key, value }));
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'input', name: 'input', type: 'inputNode', position },
      { id: 'rules', name: 'rules', type: 'expressionNode', position, content: { expressions: listed } },
      { id: 'output', name: 'output', type: 'outputNode', position },
    ],
    edges: [
      { id: 'in', sourceId: 'input', targetId: 'rules', type: 'edge' },
      { id: 'out', sourceId: 'rules', targetId: 'output', type: 'edge' },
    ],
  };
}

import { createScript } from './script.js';

/** @import { DecisionModel } from '../../../src/decision/model/document.ts' */
/** @import { RivalMaker } from './rival.js' */

/**
 * For comparison, the decision written out as one function without a loop or a look-up, every number in its place. It reads
 * complete answers as they are sent, without looking whether they are valid, and writes scores, flags and the
 * contributions of what fired into arrays that are there already.
 *
 * @type {RivalMaker}
 */
export function straightLine(decision, said) {
  const { alternatives, rules } = decision;
  const width = alternatives.length;
  const scores = new Float64Array(width);
  const out = new Uint8Array(width);
  const fired = new Int32Array(rules.length);
  const contributions = new Float64Array(rules.length * width);
  const written = new Function('said', 'scores', 'out', 'fired', 'contributions', linesOf(decision).join('\n'));
  let count = 0;
  return {
    evaluate(position) {
      count = written(said[position], scores, out, fired, contributions);
    },
    outcome: () => ({
      scores: [...scores],
      out: [...out].map((flag) => flag === 1),
      contributions: new Map(
        [...fired.subarray(0, count)].map((rule, place) => [
          rule,
          [...contributions.subarray(place * width, (place + 1) * width)],
        ]),
      ),
    }),
  };
}

/**
 * @param {DecisionModel} decision
 * @returns {readonly string[]}
 */
function linesOf({ gates = [], ...decision }) {
  const { lines, constant } = createScript(decision);
  const flags = decision.rules.map(({ id, when }) => constant(`rule ${id}`, when));
  const barred = gates.map(({ id, when, alternative }) => ({ flag: constant(`gate ${id}`, when), alternative }));
  return [...lines, ...scoreLines(decision, flags), ...outLines(decision, flags, barred), ...contributionLines(decision, flags)];
}

/**
 * The sum of each criterion for each alternative, what it is worth, and the scores.
 *
 * @param {DecisionModel} decision
 * @param {readonly string[]} flags by index of the rule
 * @returns {readonly string[]}
 */
function scoreLines({ alternatives, criteria, rules }, flags) {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const cells = criteria.flatMap(({ id, scale, weight }) =>
    alternatives.map((alternative, column) => ({
      name: `${criteria.findIndex((one) => one.id === id)}_${column}`,
      scale,
      worth: (50 * weight) / total,
      given: rules.flatMap(({ criterion, points }, rule) => {
        const of = criterion === id ? (points[alternative.id] ?? 0) : 0;
        return of === 0 ? [] : [`(${flags[rule]} ? ${of} : 0)`];
      }),
    })),
  );
  return [
    ...cells.map(({ name, given }) => `const sum${name} = ${['0', ...given].join(' + ')};`),
    ...cells.map(({ name, scale }) => `const value${name} = Math.max(-1, Math.min(1, sum${name} / ${scale}));`),
    ...cells.map(({ name, scale, worth }) => {
      return `const each${name} = ${worth / scale} * Math.min(1, ${scale} / Math.abs(sum${name}));`;
    }),
    ...alternatives.map((_, column) => {
      const parts = cells.filter(({ name }) => name.endsWith(`_${column}`)).map(({ name, worth }) => `${worth} * value${name}`);
      return `scores[${column}] = 50 + ${parts.join(' + ')};`;
    }),
  ];
}

/**
 * @param {DecisionModel} decision
 * @param {readonly string[]} flags by index of the rule
 * @param {readonly { readonly flag: string, readonly alternative: string }[]} barred what gates take out
 * @returns {readonly string[]}
 */
function outLines({ alternatives, rules }, flags, barred) {
  return alternatives.map(({ id, needsVariant, variants = [] }, column) => {
    const opened = flags.filter((_, rule) => variants.some((variant) => variant.id === rules[rule]?.opens));
    const closed = needsVariant === true ? [`!(${['false', ...opened].join(' || ')})`] : [];
    const gates = barred.filter(({ alternative }) => alternative === id).map(({ flag }) => flag);
    return `out[${column}] = ${['false', ...closed, ...gates].join(' || ')} ? 1 : 0;`;
  });
}

/**
 * @param {DecisionModel} decision
 * @param {readonly string[]} flags by index of the rule
 * @returns {readonly string[]}
 */
function contributionLines({ alternatives, criteria, rules }, flags) {
  const lines = rules.map(({ criterion, points }, rule) => {
    const place = criteria.findIndex(({ id }) => id === criterion);
    const kept = alternatives.map(({ id }, column) => {
      return `contributions[count * ${alternatives.length} + ${column}] = ${points[id] ?? 0} * each${place}_${column};`;
    });
    return `if (${flags[rule]}) { fired[count] = ${rule}; ${kept.join(' ')} count += 1; }`;
  });
  return ['let count = 0;', ...lines, 'return count;'];
}

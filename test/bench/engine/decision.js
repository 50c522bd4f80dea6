import { seededRandom } from '../subject/product.js';

/** @import { Condition, Leaf } from '../../../src/decision/model/condition.ts' */
/** @import { DecisionModel } from '../../../src/decision/model/document.ts' */
/** @import { Question } from '../../../src/decision/model/question.ts' */

/**
 * Answers as they are sent, to every question.
 *
 * @typedef {Readonly<Record<string, string | boolean | number | readonly string[]>>} Said
 */

const CHOICES = ['never', 'seldom', 'often', 'always'];
const ALTERNATIVES = ['left', 'middle', 'right'];
const CRITERIA = 10;
const GATES = 4;
const SCALE = 6;
const HIGHEST = 5;

/** What a question of each kind is like, the kinds in turn. */
const KINDS = /** @type {const} */ (['single', 'boolean', 'single', 'scale', 'multiple']);

/**
 * A decision of the size that is asked for: of five questions two have choices, the others are yes or no, on a scale, or
 * for several choices; of ten rules six test one answer, two test both of two, one tests either, and one tests three. A
 * rule of the model that comes with the service tests as many on average.
 *
 * @param {{ readonly questions: number, readonly rules: number, readonly seed?: number }} size
 * @returns {DecisionModel}
 */
export function decisionOf({ questions: count, rules, seed = 1 }) {
  const random = seededRandom(seed);
  const below = (/** @type {number} */ end) => Math.floor(random() * end);
  const questions = Array.from({ length: count }, (_, index) => questionOf(index));
  const leaf = () => leafOn(questions[below(count)] ?? questionOf(0), below);
  return {
    id: 'bench',
    version: '1.0.0',
    title: 'A decision to measure',
    alternatives: ALTERNATIVES.map((id) => ({ id, title: id })),
    criteria: Array.from({ length: CRITERIA }, (_, index) => {
      return { id: `criterion-${index}`, title: 'Criterion', weight: 1 + (index % 4), scale: SCALE };
    }),
    questions,
    rules: Array.from({ length: rules }, (_, index) => ({
      id: `rule-${String(index).padStart(5, '0')}`,
      criterion: `criterion-${index % CRITERIA}`,
      when: conditionOf(index, leaf),
      points: Object.fromEntries(ALTERNATIVES.map((id) => [id, below(7) - 3])),
      because: 'Because it matters.',
    })),
    gates: Array.from({ length: GATES }, (_, index) => ({
      id: `gate-${index}`,
      alternative: ALTERNATIVES[index % ALTERNATIVES.length] ?? '',
      effect: 'excluded',
      when: { all: [leaf(), leaf(), leaf()] },
      because: 'Because it cannot be.',
    })),
  };
}

/**
 * Answers to all questions of a decision, every value equally likely, other ones every time.
 *
 * @param {DecisionModel} decision
 * @param {{ readonly count: number, readonly seed?: number }} wanted
 * @returns {readonly Said[]}
 */
export function saidOf({ questions }, { count, seed = 2 }) {
  const random = seededRandom(seed);
  const below = (/** @type {number} */ end) => Math.floor(random() * end);
  return Array.from({ length: count }, () => Object.fromEntries(questions.map((one) => [one.id, answerTo(one, below)])));
}

/**
 * @param {number} index
 * @returns {Question}
 */
function questionOf(index) {
  const type = KINDS[index % KINDS.length] ?? 'single';
  const asked = { id: `q${index}`, text: `Question ${index}?`, criteria: [`criterion-${index % CRITERIA}`] };
  if (type === 'boolean') return { ...asked, type };
  if (type === 'scale') return { ...asked, type, min: 1, max: HIGHEST };
  return { ...asked, type, choices: CHOICES.map((id) => ({ id, text: id })) };
}

/**
 * @param {number} index
 * @param {() => Leaf} leaf
 * @returns {Condition}
 */
function conditionOf(index, leaf) {
  if (index % 10 < 6) return leaf();
  if (index % 10 === 6) return { all: [leaf(), leaf()] };
  if (index % 10 === 7) return { all: [leaf(), { not: leaf() }] };
  return index % 10 === 8 ? { any: [leaf(), leaf()] } : { all: [leaf(), { any: [leaf(), leaf()] }] };
}

/**
 * @param {Question} question
 * @param {(end: number) => number} below
 * @returns {Leaf}
 */
function leafOn({ id, type }, below) {
  const choice = CHOICES[below(CHOICES.length)] ?? '';
  switch (type) {
    case 'boolean':
      return { question: id, is: below(2) === 0 };
    case 'scale':
      return { question: id, atLeast: 2 + below(HIGHEST - 1) };
    case 'multiple':
      return { question: id, has: choice };
    default:
      return below(2) === 0
        ? { question: id, is: choice }
        : { question: id, in: CHOICES.filter((one) => one !== choice).slice(1) };
  }
}

/**
 * @param {Question} question
 * @param {(end: number) => number} below
 */
function answerTo({ type }, below) {
  switch (type) {
    case 'boolean':
      return below(2) === 0;
    case 'scale':
      return 1 + below(HIGHEST);
    case 'multiple':
      return CHOICES.filter(() => below(2) === 0);
    default:
      return CHOICES[below(CHOICES.length)] ?? '';
  }
}

/** @import { Condition, Leaf } from '../../../src/decision/model/condition.ts' */

/**
 * How a language writes what conditions are made of.
 *
 * @typedef {{
 *   readonly and: string,
 *   readonly or: string,
 *   readonly not: string,
 *   readonly leaf: (leaf: Leaf) => string,
 *   readonly fact: (name: string) => string,
 * }} Language
 */

/**
 * A condition as text.
 *
 * @param {Condition} condition
 * @param {Language} language
 * @returns {string}
 */
export function textOf(condition, language) {
  if ('all' in condition) return `(${condition.all.map((part) => textOf(part, language)).join(` ${language.and} `)})`;
  if ('any' in condition) return `(${condition.any.map((part) => textOf(part, language)).join(` ${language.or} `)})`;
  if ('not' in condition) return `${language.not} (${textOf(condition.not, language)})`;
  return 'fact' in condition ? language.fact(condition.fact) : `(${language.leaf(condition)})`;
}

/**
 * For decisions without facts.
 *
 * @param {string} name
 * @returns {never}
 */
export function noFact(name) {
  throw new RangeError(`there is no fact ${name}`);
}

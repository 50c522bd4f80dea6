// What the cases are: their answers before and after the added questions, and what each team ended with.

import { readFileSync } from 'node:fs';

/**
 * @typedef {Readonly<Record<string, unknown>>} RawAnswers
 * @typedef {object} Case
 * @property {string} id
 * @property {string} actual the alternative the team ended with
 * @property {string} source the publication it is taken from: a repository or the host of a page
 * @property {RawAnswers} drafted answers to the questions of 1.0.0
 * @property {RawAnswers} all the same with those to the added questions
 * @typedef {object} Archetype a typical team, made up
 * @property {string} name
 * @property {RawAnswers} answers
 * @property {string} winner
 */

/** @param {string} path @returns {readonly any[]} */
function lines(path) {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** @param {string} url @returns {string} */
function publication(url) {
  return url.startsWith('https://') ? new URL(url).host : (url.split(':')[0] ?? url);
}

/** @returns {readonly Case[]} every case, in the order of the labels */
export function cases() {
  const drafted = new Map(lines('corpus/drafted-answers.jsonl').map(({ id, answers }) => [id, answers]));
  const added = lines('corpus/added-answers.jsonl');
  return lines('corpus/labels.jsonl').map(({ id, approach, source_url: url }) => ({
    id,
    actual: approach,
    source: publication(url),
    drafted: drafted.get(id),
    all: {
      ...drafted.get(id),
      ...Object.fromEntries(added.filter((one) => one.id === id).map(({ question, answer }) => [question, answer])),
    },
  }));
}

/** @returns {readonly Archetype[]} */
export function archetypes() {
  return lines('../fixtures/archetypes.jsonl');
}

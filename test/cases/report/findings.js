// Everything the report speaks of, worked out.

import { archetypes, cases as readCases } from '../corpus.js';
import { crossValidation } from '../fitting/folds.js';
import { agreement, declaredCore, inventedCrowd, only, realCrowd } from '../trial/core-set.js';
import { recommended } from '../trial/judged.js';
import { modelOf } from '../trial/models.js';
import { robustness } from '../trial/robustness.js';
import { trial } from '../trial/trial.js';

/** Versions that are compared: the first one, and the one that is served. */
export const FIRST = '1.0.0';
export const NOW = '1.1.0';

/** Invented respondents of whom agreement is measured. */
const CROWD = 400;

/** @typedef {ReturnType<typeof findings>} Findings */

/** Works everything out; the same files give the same findings. */
export function findings() {
  const cases = readCases();
  const [first, now] = [modelOf(FIRST), modelOf(NOW)];
  const all = cases.map((one) => one.all);
  return {
    cases,
    before: trial(first, cases, ({ drafted }) => drafted),
    rules: trial(now, cases, ({ drafted }) => drafted),
    after: trial(now, cases, (one) => one.all),
    simple: simpleGuesses(cases),
    folds: crossValidation(first, now, cases),
    robustness: robustness(now, all),
    core: coreFindings(now, cases),
    archetypes: archetypes().filter(({ answers, winner }) => recommended(now, answers) === winner).length,
    asked: now.questions.filter(({ retired }) => !retired).length,
    rulesWithoutSource: now.document.rules.filter(({ sources = [] }) => sources.length === 0).length,
  };
}

/** @param {readonly import('../corpus.js').Case[]} cases */
function simpleGuesses(cases) {
  return {
    cicd: cases.map((one) => ({ one, recommended: 'cicd' })),
    kubernetes: cases.map((one) => {
      const targets = /** @type {readonly string[]} */ (one.drafted['targets']);
      return { one, recommended: targets.includes('kubernetes') ? 'gitops' : 'cicd' };
    }),
  };
}

/** @param {ReturnType<typeof modelOf>} model @param {readonly import('../corpus.js').Case[]} cases */
function coreFindings(model, cases) {
  const questions = declaredCore(model);
  const all = cases.map((one) => one.all);
  return {
    questions,
    invented: agreement(model, inventedCrowd(model, CROWD), questions),
    real: agreement(model, realCrowd(model, all), questions),
    drafted: cases.map((one) => ({ one, recommended: recommended(model, only(one.drafted, questions)) })),
    all: cases.map((one) => ({ one, recommended: recommended(model, only(one.all, questions)) })),
  };
}

// The tables of the report.

import { REFORMS } from '../fitting/rows.js';
import { accuracy, balanced, calibration, confusion, isRight, logLoss, onKubernetes, SIDES } from '../trial/score.js';
import { percent, ratio, table } from './words.js';

/**
 * @import { Findings } from './findings.js'
 * @import { Guess } from '../trial/score.js'
 * @import { Result } from '../trial/trial.js'
 */

const NAMES = /** @type {Readonly<Record<string, string>>} */ ({
  cicd: 'CI/CD',
  gitops: 'GitOps',
  hybrid: 'Hybrid',
  none: 'nothing',
});

/** @param {Findings} findings */
export function summaryTable({ simple, before, rules, after }) {
  const line = (/** @type {string} */ name, /** @type {readonly Guess[]} */ guesses, /** @type {string} */ loss) => {
    return [name, percent(accuracy(guesses)), percent(balanced(guesses)), percent(accuracy(onKubernetes(guesses))), loss];
  };
  return table(
    ['', 'Accuracy', 'Balanced', 'On Kubernetes', 'Log loss'],
    [
      line('always CI/CD', simple.cicd, ''),
      line('on Kubernetes GitOps, else CI/CD', simple.kubernetes, ''),
      line('1.0.0, drafted answers', before, logLoss(before).toFixed(2)),
      line('**1.1.0, drafted answers**', rules, logLoss(rules).toFixed(2)),
      line('**1.1.0, with the added answers**', after, logLoss(after).toFixed(2)),
    ],
  );
}

/** @param {Findings} findings */
export function foldTable({ folds }) {
  const line = (/** @type {string} */ name, /** @type {Findings['folds']['fitted']} */ { drafted, all }) => {
    return [name, percent(accuracy(drafted)), percent(balanced(drafted)), percent(accuracy(all)), percent(balanced(all))];
  };
  return table(
    ['Settings', 'Drafted answers', 'balanced', 'With added answers', 'balanced'],
    [
      line('researched values, added questions as they are', folds.researched),
      line('fitted on all cases', folds.fitted),
      line('fitted without the case', folds.leaveOneOut),
      line('fitted without its publication', folds.leaveOneSourceOut),
      line('1.1.0 as it stands, by hand', folds.standing),
    ],
  );
}

/** @param {Findings} findings */
export function settingsTable({ folds: { criteria, weights, whole } }) {
  const fitted = criteria.map((id, index) => {
    const weight = weights[index] ?? 0;
    return [`weight of \`${id}\``, String(weight), (weight * Math.exp(whole[index] ?? 0)).toFixed(1), String(weight)];
  });
  const strengths = REFORMS.map((reform, index) => {
    return [`strength of ${reform}`, reform === 'added' ? '1' : '0', (whole[criteria.length + index] ?? 0).toFixed(1), '1'];
  });
  return table(['', 'Researched', 'Fitted', '1.1.0'], [...fitted, ...strengths]);
}

/** @param {readonly Guess[]} guesses */
export function confusionTable(guesses) {
  const rows = confusion(guesses).map((counts, index) => [`ended with ${NAMES[SIDES[index] ?? 'none']}`, ...counts.map(String)]);
  return table(['', ...SIDES.map((side) => `advised ${NAMES[side]}`)], rows);
}

/** @param {Findings} findings */
export function calibrationTable({ before, rules, after }) {
  const parts = [before, rules, after].map(calibration);
  const rows = ['clear', 'leaning', 'too-close'].map((verdict, index) => [
    `\`${verdict}\``,
    ...parts.map((part) => ratio(part[index]?.right ?? 0, part[index]?.count ?? 0)),
  ]);
  return table(['Right when the verdict is', '1.0.0, drafted', '1.1.0, drafted', '1.1.0, added'], rows);
}

/** @param {readonly Result[]} results */
export function missTable(results) {
  const missed = results.filter((result) => !isRight(result));
  return table(
    ['Team', 'Ended with', 'Advised', 'Why it was advised', 'What speaks for what they chose'],
    missed.map(({ one, recommended, verdict, reasons }) => [
      one.id,
      NAMES[one.actual] ?? '',
      `${NAMES[recommended]}, ${verdict}`,
      reasons[recommended] ?? '',
      reasons[one.actual] ?? '',
    ]),
  );
}

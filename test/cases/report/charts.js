// The charts of the report, by file name.

import { accuracy, balanced, calibration } from '../trial/score.js';
import { barChart } from './chart.js';

/** @import { Findings } from './findings.js' */

/** @param {Findings} findings @returns {Readonly<Record<string, string>>} */
export function charts({ simple, before, rules, after, folds, core, robustness }) {
  const bar = (/** @type {string} */ label, /** @type {Parameters<typeof accuracy>[0]} */ guesses, /** @type {number} */ hue) => {
    return { label, share: accuracy(guesses), hue, note: `(balanced ${Math.round(balanced(guesses) * 100)} %)` };
  };
  return {
    'accuracy.svg': barChart('How often the advice is what the team ended with', [
      bar('always CI/CD', simple.cicd, 3),
      bar('on Kubernetes GitOps, else CI/CD', simple.kubernetes, 3),
      bar('1.0.0, drafted answers', before, 0),
      bar('1.1.0, drafted answers', rules, 1),
      bar('… fitted, case left out', folds.leaveOneOut.drafted, 1),
      bar('1.1.0, with the added answers', after, 2),
      bar('… fitted, case left out', folds.leaveOneOut.all, 2),
      bar('… quick questionnaire', core.all, 2),
    ]),
    'calibration.svg': barChart('How often each verdict is right', [
      ...verdictBars('1.0.0, drafted', before, 0),
      ...verdictBars('1.1.0, drafted', rules, 1),
      ...verdictBars('1.1.0, added', after, 2),
    ]),
    'robustness.svg': barChart(
      'How often the recommendation stays',
      robustness.map(({ disturbance, stays }) => ({ label: disturbance, share: stays, hue: 2 })),
    ),
  };
}

/** @param {string} label @param {Findings['after']} results @param {number} hue */
function verdictBars(label, results, hue) {
  return calibration(results).map(({ verdict, count, right }) => ({
    label: `${label}: ${verdict}`,
    share: count === 0 ? 0 : right / count,
    hue,
    note: `(${right} of ${count})`,
  }));
}

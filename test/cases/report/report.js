// docs/decision-quality.md.

import { accuracy, isRight, onKubernetes, SIDES } from '../trial/score.js';
import { calibrationTable, confusionTable, foldTable, missTable, settingsTable, summaryTable } from './tables.js';
import { percent } from './words.js';

/** @import { Findings } from './findings.js' */

/** The report, as Markdown. @param {Findings} findings */
export function report(findings) {
  return [opening, against, honesty, sureness, misses, steadiness, quick, hand, biases].map((part) => part(findings)).join('\n');
}

/** @param {Findings} findings */
function opening({ cases, after, rules }) {
  const count = SIDES.map((side) => cases.filter(({ actual }) => actual === side).length);
  return `# How good the advice is

Written by \`npm run validate:cases\`; \`-- --check\` compares it, and a test does. The advice of the built-in model is held against what ${cases.length} real
teams ended with (${count[0]} CI/CD, ${count[1]} GitOps, ${count[2]} hybrid), from public write-ups. Their questions were answered from the facts alone before the outcome was
opened, by [a written protocol](case-protocol.md). This shows whether the advice agrees with what teams did, not whether they were right.

On the answers to the first questionnaire, version 1.1.0 names what the team ended with in **${percent(accuracy(rules))}** of the cases, with the added questions in
**${percent(accuracy(after))}**. These cases were looked at while the rules were revised, so expect less on others; [the figures below](#what-cross-validation-says) say how
much less. For comparison: two experienced readers with the full facts reach 85 % and 95 %, one who sees only the first answers 65 %.
`;
}

/** @param {Findings} findings */
function against(findings) {
  const { rules, after } = findings;
  return `## Before and after

${summaryTable(findings)}

![Accuracy before and after](images/decision-quality/accuracy.svg)

*Balanced* is the mean of the accuracies for the three alternatives. *On Kubernetes* counts the ${onKubernetes(rules).length} teams that have it among their targets. *Log loss* takes
acceptability as a probability, never below 0.005; 1.10 is that of knowing nothing. On average the drafted answers cover ${percent(mean(rules.map(({ coverage }) => coverage)))} of
what counts, with the added ones ${percent(mean(after.map(({ coverage }) => coverage)))}.

1.1.0, drafted answers:

${confusionTable(rules)}

1.1.0, with the added answers:

${confusionTable(after)}
`;
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** @param {Findings} findings */
function honesty(findings) {
  return `## What cross-validation says

\`test/cases/fitting/\` starts from the researched values of 1.0.0 and fits the 15 weights and the strengths of four reforms, with a penalty for leaving
the researched values, anew for each fold, without the case or without every case of its publication:

${foldTable(findings)}

So about ${percent(accuracy(findings.folds.leaveOneOut.drafted))} and ${percent(accuracy(findings.folds.leaveOneOut.all))} are what a fit reaches that has not seen the case. What a fold cannot undo is that the reforms
themselves were thought of by people who had read a summary of these cases, and later the cases. Only cases nobody has seen can tell.

${settingsTable(findings)}

The fit hardly moves the weights, so **1.1.0 keeps the researched ones**. It wants pairs, and habits
that say less. It does not ask for the halved points of the hybrid: those were set for the sake of the probabilities, as a hybrid that collects every single
reason won most of the invented respondents of a team that says only "Kubernetes".
`;
}

/** @param {Findings} findings */
function sureness(findings) {
  return `## How sure it says it is

${calibrationTable(findings)}

![How often each verdict is right](images/decision-quality/calibration.svg)

With six or seven answers of ${findings.asked}, few verdicts can be \`clear\`, and most of those are teams without Kubernetes. More would be more than honesty allows.
`;
}

/** @param {Findings} findings */
function misses({ rules, after }) {
  return `## Where it disagrees

With the added answers, ${after.filter((result) => !isRight(result)).length} of ${after.length}; the strongest reason on either side:

${missTable(after)}

On the drafted answers, ${rules.filter((result) => !isRight(result)).length}:

${missTable(rules)}
`;
}

/** @param {Findings} findings */
function steadiness({ robustness }) {
  return `## How steady it is

![How often the recommendation stays](images/decision-quality/robustness.svg)

${robustness.map(({ disturbance, stays }) => `- When ${disturbance}, the recommendation stays in ${percent(stays)} of the draws.`).join('\n')}

Forty draws for each of the cases, all answers. Each case has few answers, so that one of them weighs much.
`;
}

/** @param {Findings} findings */
function quick({ core }) {
  return `## The quick questionnaire

${core.questions.length} questions: ${core.questions.map((id) => `\`${id}\``).join(', ')}.

They were taken one after the other, always the one with which most respondents are told the same as with all questions: 400 invented ones and the ${core.all.length} cases,
each group counting half, whatever the outcome was (\`npm run validate:cases -- --core\`). They agree with the full questionnaire for ${percent(core.invented)} of the invented respondents and
${percent(core.real)} of the cases, and name what the team ended with in ${percent(accuracy(core.drafted))} (drafted answers) and ${percent(accuracy(core.all))} (all answers).
`;
}

/** @param {Findings} findings */
function hand({ archetypes, rulesWithoutSource }) {
  return `## What was changed, and why

By hand, with the reason that stands on the source of each rule:

- **Habits say less.** Declared files, reviewed commits, colleagues who approve, a secret manager, a platform team: nearly everybody on Kubernetes has them,
  whatever delivers. Kubernetes itself makes GitOps possible; it is no reason to want it. A versioned build, regulation and gradual rollout on Kubernetes
  serve both, and no longer count.
- **The hybrid comes from pairs.** A single reason to pull or to push gives it half a point as a rule. Clusters with infrastructure around them, a platform
  with many teams on it, a reason to pull beside targets without an agent, a platform team ahead of teams that are new to Kubernetes open its seams.
- **Long tests are a reason to push**; a firmware fleet is one only from twenty places on; devices beside Kubernetes no longer rule GitOps out.
- **Ten questions are added, three retired** (\`release-frequency\`, \`direction\`, \`time-to-value\`).
- \`scale\` is 5 as points are smaller; \`clearAcceptability\` is 0.8; how \`likely\` choices are was set by hand, in steps.
- **Set after looking at the outcomes**: one point for Kubernetes, out of five values tried; two points for delivering platform and applications, and
  the strength of many teams on a platform, raised after a miss that they did not mend; which reasons count for the pair of pulling and pushing.
- The example of thirty clusters expects a margin of 15, no longer 20. All others hold as they were, as do all ${archetypes} archetypes and the six properties of
  monotonicity. Rules without a source: ${rulesWithoutSource}.
`;
}

/** @param {Findings} _ */
function biases(_) {
  return `## What the cases are not

- **Success stories.** Who gave up does not write, and nobody writes that the choice did not matter.
- **The source predicts the outcome.** Communities and makers of tools tell of their own tool.
- **No Kubernetes nearly always means CI/CD.** Those cases are easy; the figure on Kubernetes is the hard one.
- **Silence is not "no".** Nobody writes about drift in a story of pipelines, so drift looks like a sign of GitOps more than it is.
- **Few hybrids, with the least certain outcomes**; what one write-up calls GitOps another calls a hybrid.
- **Large organisations** are many, small teams few.
- **One reader** gave the added answers, and knew the findings on the first ones, which are sums over these cases.
`;
}

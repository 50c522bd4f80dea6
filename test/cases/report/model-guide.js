// docs/model.md: the built-in model for a sceptical reader, from the model's own document.

import { table } from './words.js';

/**
 * @import { DecisionModel } from '../trial/models.js'
 * @typedef {DecisionModel['rules'][number]} Rule
 */

const GRADES = /** @type {const} */ (['A', 'B', 'C', 'D']);

/** The guide, as Markdown. @param {DecisionModel} model */
export function modelGuide(model) {
  return [
    opening(model),
    article(),
    overview(model),
    ...model.criteria.map((one) => chapter(model, one)),
    gates(model),
    sources(model),
  ].join('\n');
}

/** @param {DecisionModel} model */
function opening({ version, rules, questions }) {
  const count = (/** @type {string} */ grade) => rules.filter((rule) => rule.grade === grade).length;
  const asked = questions.filter(({ retired }) => retired !== true).length;
  return `# The built-in model, for sceptical readers

Version ${version}, written from its file by \`npm run validate:cases\`. ${asked} questions, ${rules.length} rules. What the advice is worth on real cases:
[decision-quality.md](decision-quality.md). How points become scores: [models.md](models.md#on-paper).

**The evidence is thin.** ${count('A')} rules rest on research with a method (A), ${count('B')} on primary documentation (B), ${count('C')} on vendors or named experts (C), ${count('D')} on blogs and
anecdotes (D). A grade says how well the *reason* is supported; how many points it gives is a judgement. There is good research on version control,
small changes, approval by peers, automated deployment and careful database changes, and both approaches can have all of these. For an agent that pulls
and reconciles there is one survey, run by a vendor. That it is a placebo is therefore the view which the rules have to beat: without a reason to
pull, the plainer pipeline stays close or ahead.
`;
}

function article() {
  return `## What the article says, and what is corrected

The first seven criteria are those of the article "What is the Difference Between GitOps vs CI/CD?" (by Ashwani, DevOpsSchool).

${table(
  ['The article says', 'Holds', 'Corrected here'],
  [
    [
      'GitOps: Git is the truth; CI/CD: the code repository is',
      'half',
      'Both can keep everything in Git; what differs is how long it stays true after a deployment.',
    ],
    [
      'GitOps deploys by itself once merged',
      'as an option',
      'Automatic sync, pruning and self-healing are settings. The questions ask what is wanted.',
    ],
    [
      'CI/CD has several automated stages',
      'yes',
      'And GitOps says nothing about moving between stages, the strongest argument for a pipeline.',
    ],
    ['CI/CD configures with Chef, Puppet or Ansible', 'half', 'Those converge too. The style counts, not the brand.'],
    [
      'Rollback is easy with GitOps',
      'with limits',
      'True for settings without state. Stored data do not come back with a commit.',
    ],
    ['Rollback is harder with many stages', 'sometimes', 'Deploy services that shift traffic undo faster than a revert travels.'],
    ['Modern against traditional', 'weak', 'No evidence; kept as one question of weight 1.'],
  ],
)}

The article knows no hybrid. Here it needs a reason to pull, a reason to push and a named seam.
`;
}

/** @param {DecisionModel} model */
function overview({ criteria, rules, questions }) {
  const rows = criteria.map(({ id, title, weight }) => {
    const own = rules.filter(({ criterion }) => criterion === id);
    const graded = GRADES.map((grade) => own.filter((rule) => rule.grade === grade).length);
    const asked = questions.filter((one) => one.retired !== true && one.criteria?.includes(id)).length;
    return [`[${title}](#${anchor(title)})`, String(weight), String(asked), ...graded.map(String)];
  });
  return `## Criteria

${table(['Criterion', 'Weight', 'Questions', ...GRADES], rows)}
`;
}

/** The address of a heading, as GitHub makes it. @param {string} title */
function anchor(title) {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

/** @param {DecisionModel} model @param {DecisionModel['criteria'][number]} criterion */
function chapter({ rules }, { id, title, weight, about = '' }) {
  const own = rules.filter(({ criterion }) => criterion === id);
  return `## ${title}

${about} Weight ${weight}.

${table(['Rule', 'CI/CD', 'GitOps', 'Hybrid', 'Because', 'Grade', 'Sources'], own.map(ruleRow))}
`;
}

/** @param {Rule} rule */
function ruleRow({ id, points, opens, because, grade, sources = [] }) {
  const cells = ['cicd', 'gitops', 'hybrid'].map((side) => signed(points[side] ?? 0));
  return [`\`${id}\`${opens === undefined ? '' : ` opens ${opens}`}`, ...cells, because.trim(), grade ?? '', sources.join(', ')];
}

/** @param {number} points */
function signed(points) {
  return points > 0 ? `+${points}` : String(points).replace('-', '−');
}

/** @param {DecisionModel} model */
function gates({ gates: all = [] }) {
  return `## Gates

No weight outvotes them.

${table(
  ['Gate', 'Takes out', 'Because', 'Sources'],
  all.map(({ id, alternative, because, sources: own = [] }) => [`\`${id}\``, alternative, because.trim(), own.join(', ')]),
)}
`;
}

/** @param {DecisionModel} model */
function sources({ sources: all = {} }) {
  const rows = Object.entries(all).map(([id, { title, url, grade, caveat = '' }]) => {
    return [`\`${id}\``, url === undefined ? title : `[${title}](${url})`, grade ?? '', caveat];
  });
  return `## Sources

${table(['Id', 'Source', 'Grade', 'Caveat'], rows)}
`;
}

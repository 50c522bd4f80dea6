// `npm run validate:cases`: holds the built-in model against what real teams chose, writes docs/decision-quality.md,
// its charts and docs/model.md, and prints the figures. `--check` compares instead of writing; `--core` chooses the quick questionnaire anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { cases } from './corpus.js';
import { charts } from './report/charts.js';
import { findings, NOW } from './report/findings.js';
import { modelGuide } from './report/model-guide.js';
import { report } from './report/report.js';
import { summaryTable } from './report/tables.js';
import { chosenCore, declaredCore, inventedCrowd, realCrowd } from './trial/core-set.js';
import { documentOf, modelOf } from './trial/models.js';

const DOCS = new URL('../../docs/', import.meta.url);
const { values } = parseArgs({
  args: argv.slice(2),
  options: /** @type {const} */ ({ check: { type: 'boolean' }, core: { type: 'boolean' } }),
});

if (values.core === true) {
  const model = modelOf(NOW);
  const answers = cases().map(({ all }) => all);
  const crowds = [inventedCrowd(model, 400), realCrowd(model, answers)];
  const chosen = chosenCore(model, crowds, declaredCore(model).length);
  stdout.write(`${chosen.join('\n')}\n`);
  exit();
}

const found = findings();
const files = new Map([
  ['decision-quality.md', report(found)],
  ['model.md', modelGuide(documentOf(NOW))],
  ...Object.entries(charts(found)).map(([name, text]) => /** @type {const} */ ([`images/decision-quality/${name}`, text])),
]);
stdout.write(`${summaryTable(found)}\n`);
if (values.check === true) {
  const stale = [...files].filter(
    ([name, text]) => !existsSync(new URL(name, DOCS)) || readFileSync(new URL(name, DOCS), 'utf8') !== text,
  );
  for (const [name] of stale) stderr.write(`docs/${name} is not what the program writes; run npm run validate:cases.\n`);
  exit(stale.length === 0 ? 0 : 1);
}
mkdirSync(new URL('images/decision-quality/', DOCS), { recursive: true });
for (const [name, text] of files) writeFileSync(new URL(name, DOCS), text);

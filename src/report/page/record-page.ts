import type { DecisionModel } from '../../decision/model/document.ts';
import { accountOf } from '../account/account.ts';
import type { RecordedRecommendation } from '../recorded-recommendation.ts';
import { markup, verbatim } from '../text/markup.ts';
import { changes, nextSteps } from './next-steps.ts';
import { answers, method, sources } from './origins.ts';
import { PAGE_STYLE } from './page-style.ts';
import { decisive } from './reasons.ts';
import { closeness, recommendation } from './recommendation.ts';

/**
 * A recommendation as an HTML page that needs nothing else: no script, no font, no picture. It prints on two A4 pages.
 *
 * @param model the very model that the record was made with; when it is lost, ids stand for what only it could name.
 */
export function recordPage(record: RecordedRecommendation, model: DecisionModel | undefined): string {
  const account = accountOf(record, model);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${account.recommended ?? 'No recommendation'} for ${record.subject.name} · decision record</title>
<style>${verbatim(PAGE_STYLE)}</style>
</head>
<body>
<main>
${recommendation(account)}${closeness(account)}${decisive(account)}${changes(account)}<div class="advice">
${nextSteps(account)}</div>
${answers(account)}${sources(account)}${method(account)}</main>
</body>
</html>
`.text;
}

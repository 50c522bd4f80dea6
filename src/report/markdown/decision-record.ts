import type { DecisionModel } from '../../decision/model/document.ts';
import { accountOf } from '../account/account.ts';
import type { RecordedRecommendation } from '../recorded-recommendation.ts';
import { markdown } from '../text/markdown.ts';
import { decisionDocument } from './decision-document.ts';
import { code } from './more-information.ts';

/**
 * A recommendation as a Markdown decision record. A team copies it next to its code; the status is `proposed` because
 * the decision is the team's.
 *
 * @param model the very model that the record was made with; when it is lost, ids stand for what only it could name.
 */
export function decisionRecord(record: RecordedRecommendation, model: DecisionModel | undefined): string {
  const { id, assessmentId, createdAt, subject } = record;
  const tagged = subject.tags.length === 0 ? '' : markdown`, tagged ${subject.tags.join(', ')}`;
  return decisionDocument(accountOf(record, model), {
    frontMatter: markdown`---
status: proposed
date: ${createdAt.slice(0, 10)}
---`,
    whom: markdown` for ${subject.name}`,
    asked: markdown`Asked for **${subject.name}** (${subject.ref}${tagged}). `,
    confirmation: markdown`The service recomputes this record on demand and names every difference; Method says how.`,
    origin: [
      markdown`* Record: \`${code(id)}\` of assessment \`${code(assessmentId)}\`, ${createdAt}`,
      markdown`* How to verify: recompute it with \`POST /v1/recommendations/${code(id)}/verify\`, or compare the content hash with that of the model file and work the score out on paper`,
    ],
  });
}

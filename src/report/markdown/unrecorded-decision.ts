import type { DecisionModel } from '../../decision/model/document.ts';
import { accountOf } from '../account/account.ts';
import type { AnsweredCase } from '../recorded-recommendation.ts';
import { markdown } from '../text/markdown.ts';
import { decisionDocument } from './decision-document.ts';

/**
 * A result that nobody has recorded, in the form of a Markdown decision record: without a date, so that the same answers
 * give the same bytes, and without the promise that a service keeps it.
 *
 * @param subject whom it is for, where that is known.
 */
export function unrecordedDecision(answered: AnsweredCase, model: DecisionModel, subject?: string): string {
  return decisionDocument(accountOf(answered, model), {
    frontMatter: markdown`---
status: proposed
---`,
    whom: subject === undefined ? markdown`` : markdown` for ${subject}`,
    asked: subject === undefined ? markdown`` : markdown`Asked for **${subject}**. `,
    confirmation: markdown`Nothing keeps this result but this document. The same answers, weights and model give it again; Method says which.`,
    origin: [
      markdown`* Record: none; evaluated from a file of answers`,
      markdown`* How to verify: evaluate the answers again with the model of this content hash, or work the score out on paper`,
    ],
  });
}

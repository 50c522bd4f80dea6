import type { DecisionModel } from '../../decision/model/document.ts';
import { type Account, accountOf } from '../account/account.ts';
import type { RecordedRecommendation } from '../recorded-recommendation.ts';
import { blocks, type Markdown, markdown } from '../text/markdown.ts';
import { moreInformation } from './more-information.ts';
import { consequences, consideredOptions, drivers, outcomeTable, prosAndCons } from './options.ts';

/**
 * A recommendation as a Markdown decision record (MADR 4.0, adr.github.io/madr). A team copies it next to its code;
 * the status is `proposed` because the decision is the team's.
 *
 * @param model the very model that the record was made with; when it is lost, ids stand for what only it could name.
 */
export function decisionRecord(record: RecordedRecommendation, model: DecisionModel | undefined): string {
  const account = accountOf(record, model);
  const { text } = blocks(
    frontMatter(account),
    markdown`# ${account.recommended ?? 'No recommendation'} for ${record.subject.name}`,
    context(account),
    markdown`## Decision Drivers`,
    drivers(account),
    markdown`## Considered Options`,
    consideredOptions(account),
    ...outcome(account),
    markdown`## Pros and Cons of the Options`,
    ...account.options.map(prosAndCons),
    ...moreInformation(account),
  );
  return `${text}\n`;
}

function frontMatter({ record }: Account): Markdown {
  return markdown`---
status: proposed
date: ${record.createdAt.slice(0, 10)}
---`;
}

function context({ record, question, basis }: Account): Markdown {
  const { name, ref, tags } = record.subject;
  const tagged = tags.length === 0 ? '' : markdown`, tagged ${tags.join(', ')}`;
  return markdown`## Context and Problem Statement

${question}

Asked for **${name}** (${ref}${tagged}). ${basis.join(' ')}`;
}

function outcome(account: Account): readonly (Markdown | undefined)[] {
  const { recommended, headline, verdict, shapes } = account;
  return [
    markdown`## Decision Outcome`,
    recommended === undefined
      ? markdown`No option is chosen. ${headline}`
      : markdown`Chosen option: "${recommended}", because ${headline}`,
    markdown`**${verdict.word}**: ${verdict.meaning}`,
    shapes.length === 0 ? undefined : markdown`${shapes.join(' ')}`,
    outcomeTable(account),
    ...consequences(account),
    markdown`### Confirmation

The service recomputes this record on demand and names every difference; Method says how.`,
  ];
}

import type { Account } from '../account/account.ts';
import type { AnsweredCase } from '../recorded-recommendation.ts';
import { blocks, type Markdown, markdown } from '../text/markdown.ts';
import { moreInformation } from './more-information.ts';
import { consequences, consideredOptions, drivers, outcomeTable, prosAndCons } from './options.ts';

/** What depends on whether the result was recorded: how the document begins, and how it can be checked. */
export interface Frame {
  readonly frontMatter: Markdown;
  /** Whom it is for, as the title ends; nothing where that is not known. */
  readonly whom: Markdown;
  /** Who asked, as a sentence with a space behind it; nothing where that is not known. */
  readonly asked: Markdown;
  readonly confirmation: Markdown;
  /** Where the result can be found again, and how to verify it, an item each. */
  readonly origin: readonly Markdown[];
}

/** A result as a Markdown decision record (MADR 4.0, adr.github.io/madr). */
export function decisionDocument(account: Account<AnsweredCase>, frame: Frame): string {
  const { text } = blocks(
    frame.frontMatter,
    markdown`# ${account.recommended ?? 'No recommendation'}${frame.whom}`,
    markdown`## Context and Problem Statement`,
    markdown`${account.question}`,
    markdown`${frame.asked}${account.basis.join(' ')}`,
    markdown`## Decision Drivers`,
    drivers(account),
    markdown`## Considered Options`,
    consideredOptions(account),
    ...outcome(account),
    markdown`### Confirmation`,
    frame.confirmation,
    markdown`## Pros and Cons of the Options`,
    ...account.options.map(prosAndCons),
    ...moreInformation(account, frame.origin),
  );
  return `${text}\n`;
}

function outcome(account: Account<AnsweredCase>): readonly (Markdown | undefined)[] {
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
  ];
}

import type { Account } from '../account/account.ts';
import type { Option } from '../account/options.ts';
import type { ReasonInWords } from '../account/reasons.ts';
import type { AnsweredCase } from '../recorded-recommendation.ts';
import { percent, points, roughly, signed, span } from '../text/figures.ts';
import { blocks, lines, type Markdown, markdown } from '../text/markdown.ts';
import { citations } from './citations.ts';

/** The criteria with their weights, those that decided most first. */
export function drivers({ drivers: all, balance }: Account<AnsweredCase>): Markdown {
  const items = all.map(({ title, weight, share, own, lead }) => {
    const whose = own ? markdown` (set by the team)` : undefined;
    const effect =
      lead === undefined || balance === undefined ? undefined : markdown`; ${signed(lead)} points for ${balance.winner.title}`;
    return markdown`* ${title}: weight ${weight}${whose}, ${percent(share)} of all${effect}`;
  });
  return lines(items);
}

/** What could have been chosen. */
export function consideredOptions({ options }: Account<AnsweredCase>): Markdown {
  return lines(
    options.map(({ title, excluded, readiness }) => {
      if (excluded.length > 0) return markdown`* ${title}: out, whatever the weights`;
      return readiness === undefined ? markdown`* ${title}` : markdown`* ${title}: ${readiness}`;
    }),
  );
}

/** Scores, ranges and shares of samples side by side. */
export function outcomeTable({ options }: Account<AnsweredCase>): Markdown {
  const rows = options.map(({ title, score, range, excluded, acceptability }) => {
    const name = excluded.length > 0 ? markdown`~~${title}~~` : title;
    const cells = [points(score), range ? span(range) : '', acceptability === undefined ? '' : roughly(acceptability)];
    return markdown`| ${name} | ${cells[0]} | ${cells[1]} | ${cells[2]} |`;
  });
  return lines([
    markdown`| Option | Score (0–100, 50 = nothing speaks either way) | Possible with the open questions | Recommended in samples |`,
    markdown`| --- | --: | --: | --: |`,
    ...rows,
  ]);
}

/** What comes with the choice: the reasons that tell it from the next, and the risks. */
export function consequences({ balance, risks }: Account<AnsweredCase>): readonly Markdown[] {
  if (balance === undefined) return [];
  const against = markdown`Compared with ${balance.runnerUp.title}:`;
  const all = [
    ...balance.for.slice(0, STRONGEST).map((reason) => markdown`* Good, because ${told(reason)}`),
    ...balance.against.slice(0, STRONGEST).map((reason) => markdown`* Bad, because ${told(reason)}`),
    ...risks.map(
      ({ title, text, sources }) => markdown`* Bad, because it carries a risk: ${title} What helps: ${text}${citations(sources)}`,
    ),
  ];
  return [markdown`### Consequences`, against, lines(all)];
}

/** How many reasons each way tell the story in brief. */
const STRONGEST = 5;

/** An option with everything that speaks for and against it. */
export function prosAndCons({ title, description, excluded, for: pros, against: cons }: Option): Markdown {
  const items = [
    ...excluded.map(({ text, sources }) => markdown`* Out, because ${text}${citations(sources)}`),
    ...pros.map((reason) => markdown`* Good, because ${told(reason)}`),
    ...cons.map((reason) => markdown`* Bad, because ${told(reason)}`),
  ];
  const list = items.length === 0 ? markdown`* Neutral, because no answer speaks for or against it.` : lines(items);
  return blocks(markdown`### ${title}`, description === undefined ? undefined : paragraph(description), list);
}

/** Text of the model as a paragraph; the words in front keep it from being read as anything else. */
function paragraph(text: string): Markdown {
  return markdown`What it is: ${text}`;
}

function told({ because, criterion, points: count, grade, sources }: ReasonInWords): Markdown {
  const evidence = grade === undefined ? undefined : markdown`, evidence ${grade}`;
  return markdown`${because} (${criterion}, ${signed(count)} points${evidence})${citations(sources)}`;
}

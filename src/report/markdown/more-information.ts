import type { Account, Advice } from '../account/account.ts';
import type { AnsweredCase } from '../recorded-recommendation.ts';
import { blocks, lines, type Markdown, markdown } from '../text/markdown.ts';
import { citations, sourceList } from './citations.ts';

/**
 * Everything a reader may want after the decision: how sure it is, what comes next, and what it was made from.
 *
 * @param origin where the result can be found again, and how to verify it, an item each.
 */
export function moreInformation(account: Account<AnsweredCase>, origin: readonly Markdown[]): readonly Markdown[] {
  const { confidence, changes, prepare, plan, risks, contradictions, sources } = account;
  return [
    markdown`## More Information`,
    ...section('How sure it is', bullets(confidence)),
    ...section('What would change it', bullets(changes.all)),
    ...section('What to prepare first', prepare.map(toPrepare)),
    ...section('Plan', plan.map(step)),
    ...section('Risks', risks.map(risk)),
    ...section('Contradictions to talk about', bullets(contradictions)),
    markdown`### Answers as given`,
    ...answers(account),
    ...(sources.length === 0 ? [] : [markdown`### Sources`, sourceList(sources)]),
    markdown`### Method`,
    method(account, origin),
  ];
}

function section(title: string, items: readonly Markdown[]): readonly Markdown[] {
  return items.length === 0 ? [] : [markdown`### ${title}`, lines(items)];
}

function bullets(sentences: readonly string[]): readonly Markdown[] {
  return sentences.map((sentence) => markdown`* ${sentence}`);
}

function toPrepare({ title, text, because = '', blocking = false, sources }: Advice): Markdown {
  const urgency = blocking ? markdown` (before anything else)` : undefined;
  return markdown`* [ ] **${title}**${urgency}: ${[text, because].filter((part) => part !== '').join(' ')}${citations(sources)}`;
}

function step({ title, text, sources }: Advice): Markdown {
  return markdown`1. **${title}** ${text}${citations(sources)}`;
}

function risk({ title, text, sources }: Advice): Markdown {
  return markdown`* ${title} What helps: ${text}${citations(sources)}`;
}

function answers({ answers: sections }: Account<AnsweredCase>): readonly Markdown[] {
  if (sections.length === 0) return [markdown`Nothing was answered.`];
  return sections.map(({ title, answers: given }) => {
    const rows = given.map(({ question, answer }) => markdown`| ${question} | ${answer} |`);
    const heading = title === undefined ? undefined : markdown`#### ${title}`;
    return blocks(heading, lines([markdown`| Question | Answer |`, markdown`| --- | --- |`, ...rows]));
  });
}

function method({ record }: Account<AnsweredCase>, origin: readonly Markdown[]): Markdown {
  const { model, version, contentHash, engine } = record.evaluation.method;
  return lines([
    markdown`* Decision model: ${model} ${version}, content hash \`${code(contentHash)}\` (SHA-256 of its canonical JSON, RFC 8785)`,
    markdown`* Engine: ${engine}`,
    markdown`* Score: 50 + 50 × the sum over all criteria of share of weight × value, each value from −1 to 1; 50 plus all points of a row's reasons gives its score`,
    ...origin,
  ]);
}

/** An id inside a code span, where nothing can be escaped: what no id of ours contains is left out. */
export function code(id: string): Markdown {
  return { language: 'markdown', text: id.replaceAll(/[^\w:.-]/g, '') };
}

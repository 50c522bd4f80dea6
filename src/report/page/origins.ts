import type { Account } from '../account/account.ts';
import type { AnsweredSection } from '../account/answers-in-words.ts';
import { type Markup, markup } from '../text/markup.ts';
import { sourceItem } from './citations.ts';

/** The answers as they were given, by section. */
export function answers({ answers: sections }: Account): Markup {
  const given = sections.length === 0 ? markup`<p>Nothing was answered.</p>` : sections.map(section);
  return markup`<section aria-labelledby="answers">
<h2 id="answers">Answers as given</h2>
<div class="columns">
${given}</div>
</section>
`;
}

function section({ title, answers: given }: AnsweredSection): Markup {
  const rows = given.map(
    ({ question, answer }) => markup`<div><dt><bdi>${question}</bdi></dt><dd><bdi>${answer}</bdi></dd></div>
`,
  );
  return markup`${
    title === undefined
      ? undefined
      : markup`<h3>${title}</h3>
`
  }<dl>
${rows}</dl>
`;
}

/** Where the statements come from. */
export function sources({ sources: all }: Account): Markup | undefined {
  if (all.length === 0) return undefined;
  return markup`<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ol class="columns sources">
${all.map(sourceItem)}</ol>
</section>
`;
}

/** What computed the result, and how anyone can prove it. */
export function method({ record }: Account): Markup {
  const { model, version, contentHash, engine } = record.evaluation.method;
  const { ref, tags } = record.subject;
  const tagged = tags.length === 0 ? undefined : markup`, tagged <bdi>${tags.join(', ')}</bdi>`;
  return markup`<section aria-labelledby="method">
<h2 id="method">Method</h2>
<p class="note">Score = 50 + 50 × Σ share of weight × value, over all criteria. 50 plus the points of all reasons gives each score. Model <bdi>${model}</bdi> ${version}, content hash <code>${contentHash}</code>, engine ${engine}. Subject <bdi>${ref}</bdi>${tagged}. Record <code>${record.id}</code> of assessment <code>${record.assessmentId}</code>, ${record.createdAt}. To verify it, <code>POST /v1/recommendations/${record.id}/verify</code> recomputes it from the stored answers and names every difference.</p>
</section>
`;
}

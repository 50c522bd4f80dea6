import type { Account, Advice } from '../account/account.ts';
import { type Markup, markup, verbatim } from '../text/markup.ts';
import { citations } from './citations.ts';

/** What would make it another recommendation, in a few lines. */
export function changes({ changes: { nearest } }: Account): Markup | undefined {
  return list(
    'What would change it',
    nearest.map(
      (sentence) => markup`<li>${sentence}</li>
`,
    ),
  );
}

/** What to do: prepare, go, watch out, talk. */
export function nextSteps({ prepare, plan, risks, contradictions }: Account): readonly (Markup | undefined)[] {
  return [
    list('Before you start', prepare.map(toPrepare), 'checklist'),
    list('Then', plan.map(advice), 'steps'),
    list('Watch out for', risks.map(advice)),
    list(
      'Talk about',
      contradictions.map(
        (note) => markup`<li>${note}</li>
`,
      ),
    ),
  ];
}

/** Steps have an order, the others have none. */
const LISTS = { plain: verbatim('ul'), checklist: verbatim('ul'), steps: verbatim('ol') } as const;

function list(title: string, items: readonly Markup[], kind: keyof typeof LISTS = 'plain'): Markup | undefined {
  if (items.length === 0) return undefined;
  return markup`<section>
<h2>${title}</h2>
<${LISTS[kind]} class="${kind}">
${items}</${LISTS[kind]}>
</section>
`;
}

function toPrepare({ title, text, because = '', blocking = false, sources }: Advice): Markup {
  const urgency = blocking ? markup` <em>before anything else</em>` : undefined;
  return markup`<li><b><bdi>${title}</bdi></b>${urgency} ${[text, because].filter((part) => part !== '').join(' ')}${citations(sources)}</li>
`;
}

function advice({ title, text, sources }: Advice): Markup {
  return markup`<li><b><bdi>${title}</bdi></b> ${text}${citations(sources)}</li>
`;
}

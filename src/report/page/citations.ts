import type { NumberedSource } from '../account/bibliography.ts';
import { type Markup, markup } from '../text/markup.ts';
import { webAddress } from '../text/web-address.ts';

/** The numbers of the sources behind a sentence, each leading to its entry. */
export function citations(sources: readonly NumberedSource[]): Markup | undefined {
  if (sources.length === 0) return undefined;
  const numbers = sources.map(
    ({ number }, index) => markup`${index === 0 ? undefined : markup`, `}<a href="#source-${number}">${number}</a>`,
  );
  return markup` <sup class="cite">[${numbers}]</sup>`;
}

/** A source, leading to its address where that is one of the web. */
export function sourceItem({ number, title, url }: NumberedSource): Markup {
  const address = url === undefined ? undefined : webAddress(url);
  const name = markup`<bdi>${title}</bdi>`;
  return markup`<li id="source-${number}" value="${number}">${address === undefined ? name : markup`<a href="${address}" rel="noreferrer">${name}</a>`}</li>
`;
}

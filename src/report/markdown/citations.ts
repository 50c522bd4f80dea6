import type { NumberedSource } from '../account/bibliography.ts';
import { lines, type Markdown, markdown } from '../text/markdown.ts';
import { webAddress } from '../text/web-address.ts';

/** Where a sentence comes from, as numbers that lead there; nothing where there is no source. */
export function citations(sources: readonly NumberedSource[]): Markdown {
  const numbers = sources.map(
    ({ number, url }, index) => markdown`${index === 0 ? undefined : markdown`, `}${link(String(number), url)}`,
  );
  return sources.length === 0 ? markdown`` : markdown` Source: ${numbers}.`;
}

/** Every source by its number. */
export function sourceList(sources: readonly NumberedSource[]): Markdown {
  return lines(sources.map(({ number, title, url }) => markdown`${ordinal(number)} ${link(title, url)}`));
}

/** The marker of an item in a numbered list. */
function ordinal(number: number): Markdown {
  return { language: 'markdown', text: `${number}.` };
}

/** Text that leads to an address of the web; text alone where the address is none. */
function link(text: string, url: string | undefined): Markdown {
  const address = url === undefined ? undefined : webAddress(url);
  if (address === undefined) return markdown`${text}`;
  return markdown`[${text}](${{ language: 'markdown', text: address.replaceAll('&', '&amp;') }})`;
}

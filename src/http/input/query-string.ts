import { pointer } from '../../decision/model/finding.ts';
import { type InvalidPlace, refuse } from '../../services/refusal.ts';

/** The parameters of a query string, each once, and what is wrong with them. */
export interface Query {
  readonly values: Readonly<Record<string, string>>;
  readonly places: readonly InvalidPlace[];
}

const NOTHING: Query = { values: {}, places: [] };

/** Reads a query string (WHATWG URL §5.1) strictly: what cannot be decoded is refused with `malformed-request`. */
export function readQuery(url: string): Query {
  const start = url.indexOf('?');
  if (start === -1) return NOTHING;
  const values = new Map<string, string>();
  const repeated = new Set<string>();
  const places: InvalidPlace[] = [];
  for (const pair of url.slice(start + 1).split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.split('=');
    const [key, text] = [decoded(name), decoded(value.join('='))];
    const place = { pointer: `/query${pointer(key)}` };
    if (values.has(key)) repeated.add(key);
    if ((key + text).includes('\u0000')) places.push({ ...place, code: 'nul-character', message: 'Leave out U+0000.' });
    values.set(key, text);
  }
  const once = { code: 'repeated-parameter', message: 'Send this parameter once only.' };
  places.push(...[...repeated].map((key) => ({ pointer: `/query${pointer(key)}`, ...once })));
  return { values: Object.fromEntries(values), places };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return refuse('malformed-request', { detail: 'The query string is not percent-encoded UTF-8.' });
  }
}

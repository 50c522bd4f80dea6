import { ASKING } from './asking.ts';
import { RESULT } from './result.ts';
import { SERVICE } from './service.ts';

/** A phrase, with `{name}` where a value goes; or one for each plural category that `count` may have (CLDR). */
export type Phrase = string | { readonly one: string; readonly other: string };

/** Every phrase of the form in English. */
const ENGLISH = { ...ASKING, ...RESULT, ...SERVICE } as const satisfies Readonly<Record<string, Phrase>>;

/** The names of the phrases. */
export type PhraseKey = keyof typeof ENGLISH;

/** Phrases that a page puts in the place of the form's own. */
export type Messages = Readonly<Partial<Record<PhraseKey, Phrase>>>;

/** Gives a phrase with its values filled in; numbers are written as the language writes them. */
export type Say = (key: PhraseKey, values?: Readonly<Record<string, string | number>>) => string;

/** @param lang BCP 47 tag; one that is not known counts as English. */
export function createSay(lang: string, messages: Messages = {}): Say {
  const locale = Intl.NumberFormat.supportedLocalesOf(lang).length > 0 ? lang : 'en';
  const [numbers, plurals] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)];
  return (key, values = {}) => {
    const phrase: Phrase = messages[key] ?? ENGLISH[key];
    const one = plurals.select(Number(values['count'] ?? 0)) === 'one';
    const text = typeof phrase === 'string' ? phrase : one ? phrase.one : phrase.other;
    return text.replaceAll(/\{(\w+)\}/g, (all, name: string) => {
      const value = values[name];
      return value === undefined ? all : typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

/** Text of a language such as Markdown in which everything that came from elsewhere has been escaped. */
export interface Written<Language extends string> {
  readonly language: Language;
  readonly text: string;
}

/** What may stand between the pieces of a template: plain values are escaped, lists follow one another, `undefined` is nothing. */
export type Insert<Language extends string> = Written<Language> | string | number | undefined | readonly Insert<Language>[];

/** A template tag. The pieces are written by us; every insert that is not `Written` already is escaped. */
export type Template<Language extends string> = (
  pieces: TemplateStringsArray,
  ...inserts: readonly Insert<Language>[]
) => Written<Language>;

/** The template tag of a language with this way of escaping. */
export function template<Language extends string>(language: Language, escaped: (text: string) => string): Template<Language> {
  const written = (insert: Insert<Language>): string => {
    if (insert === undefined) return '';
    if (typeof insert === 'string') return escaped(insert);
    if (typeof insert === 'number') return escaped(String(insert));
    return 'language' in insert ? insert.text : insert.map(written).join('');
  };
  return (pieces, ...inserts) => ({ language, text: String.raw({ raw: pieces }, ...inserts.map(written)) });
}

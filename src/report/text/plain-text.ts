/**
 * One line of text in which nothing can hide: marks that turn the direction of writing are left out (Unicode UAX #9),
 * every run of white space is a space, and what is no character at all (controls, halves of pairs) is U+FFFD.
 */
export function plainText(text: string): string {
  return text
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
    .trim();
}

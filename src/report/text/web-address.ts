/**
 * A link's address, if it is one of the web: absolute, in ASCII, and without a character that means something in
 * Markdown or ends an attribute. Undefined for everything else, `javascript:` included.
 */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return href.replaceAll(/[^\w\-.~:/?#@!$&+,;=%]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

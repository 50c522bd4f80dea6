import { Composer, type Document, isAlias, isCollection, isMap, isNode, isScalar, LineCounter, type Pair, Parser } from 'yaml';
import { YAML_OPTIONS } from './model-text.ts';
import type { Place } from './place.ts';

/**
 * Tells where in a text a JSON Pointer (RFC 6901) leads: to the key of an entry, to an item of a list, and where nothing
 * of that name is, to the innermost part that is there. Aliases lead to what they stand for.
 *
 * @param text YAML or JSON that `readModelText` has read.
 */
export function placesIn(text: string): (pointer: string) => Place {
  const lines = new LineCounter();
  const [document] = [...new Composer(YAML_OPTIONS).compose(new Parser(lines.addNewLine).parse(text), true, text.length)];
  return (pointer) => {
    const offset = document === undefined ? 0 : offsetOf(document, tokensOf(pointer));
    const { line, col: column } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(column, 1) };
  };
}

function tokensOf(pointer: string): readonly string[] {
  const [, ...tokens] = pointer.split('/');
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function offsetOf(document: Document, tokens: readonly string[]): number {
  let here: unknown = document.contents;
  let offset = startOf(here) ?? 0;
  for (const token of tokens) {
    const step = entryOf(isAlias(here) ? here.resolve(document) : here, token);
    if (step === undefined) break;
    offset = startOf(step.marker) ?? offset;
    here = step.value;
  }
  return offset;
}

/** What stands under a key or at an index, and what marks it in the text: the key of an entry, an item itself. */
function entryOf(collection: unknown, token: string): { readonly marker: unknown; readonly value: unknown } | undefined {
  if (isMap(collection)) {
    const pair = collection.items.find(({ key }) => keyOf(key) === token) as Pair | undefined;
    return pair && { marker: pair.key, value: pair.value };
  }
  const item: unknown = isCollection(collection) ? collection.items[Number(token)] : undefined;
  return item === undefined ? undefined : { marker: item, value: item };
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;

/** An element as it was read back. */
export interface ElementRead {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads HTML or SVG by a parser that knows nothing of who wrote it. */
export function elementsOf(text: string, { xml = false } = {}): readonly ElementRead[] {
  const document: Document = parseDocument(text, { xmlMode: xml });
  const all = DomUtils.getElementsByTagName('*', document, true);
  return all.map((element) => ({ name: element.name, attributes: element.attribs, text: DomUtils.textContent(element) }));
}

/** Names of elements and attributes in their order: what text must never change. */
export function structureOf(text: string, options = {}): readonly string[] {
  return elementsOf(text, options).map(({ name, attributes }) => [name, ...Object.keys(attributes)].join(' '));
}

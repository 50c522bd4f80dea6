/** What the address of a page says about the form on it. Everything else in the address is left alone. */
export interface Settings {
  /** Attributes of the element, by their names. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What is known about the subject. */
  readonly context: { readonly name?: string; readonly tags?: readonly string[] };
}

/** Which values an attribute may have; one that is not listed may have any. */
const ALLOWED: Readonly<Record<string, (text: string) => boolean>> = {
  depth: (text) => ['core', 'full'].includes(text),
  theme: (text) => ['auto', 'light', 'dark'].includes(text),
  lang: isLanguage,
};

/**
 * Reads `?subject=&name=&model=&depth=&lang=&theme=` and `#assessment=` of an address. Values that cannot be meant are
 * left out, as if nobody had written them.
 */
export function settingsIn({ search, hash }: Pick<Location, 'search' | 'hash'>): Settings {
  const query = new URLSearchParams(search);
  const names = ['subject', 'model', 'depth', 'lang', 'theme'];
  const written = names.map((name) => [name, query.get(name)?.trim() ?? ''] as const);
  const meant = written.filter(([name, text]) => text !== '' && (ALLOWED[name]?.(text) ?? true));
  const assessment = assessmentIn(hash);
  const name = query.get('name')?.trim() ?? '';
  return {
    attributes: { ...Object.fromEntries(meant), ...(assessment !== undefined && { assessment }) },
    context: name === '' ? {} : { name },
  };
}

/**
 * Adds what portals append to the address of a frame of their own accord: `entity` is the subject where none is named,
 * `blueprint`, the kind of entity, becomes a tag.
 */
export function settingsOfFrame(address: Pick<Location, 'search' | 'hash'>): Settings {
  const { attributes, context } = settingsIn(address);
  const query = new URLSearchParams(address.search);
  const [entity, blueprint] = ['entity', 'blueprint'].map((name) => query.get(name)?.trim() ?? '');
  return {
    attributes: { ...(entity !== undefined && entity !== '' && { subject: entity }), ...attributes },
    context: { ...context, ...(blueprint !== undefined && blueprint !== '' && { tags: [blueprint] }) },
  };
}

/** The assessment that a fragment such as `#assessment=01936d5e-…` names. */
export function assessmentIn(hash: string): string | undefined {
  return entryIn(hash, 'assessment');
}

/** The token of an assessment in a fragment. It stands nowhere else in an address, since a fragment is never sent. */
export function tokenIn(hash: string): string | undefined {
  return entryIn(hash, 'token');
}

function entryIn(hash: string, name: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get(name) || undefined;
}

/** The fragment under which a page opens an assessment again. */
export function fragmentFor(assessment: string, token?: string): string {
  return `#${new URLSearchParams({ assessment, ...(token !== undefined && { token }) })}`;
}

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

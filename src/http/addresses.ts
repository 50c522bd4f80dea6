/** Writes addresses of this service: absolute where a public URL is known, else relative to whoever asks. */
export interface Addresses {
  of(path: string): string;
  /** A Link field (RFC 8288) to the page that follows. */
  next(path: string, query: Readonly<Record<string, string | number>>, cursor: string | undefined): string | undefined;
}

/** @param publicUrl without a slash at its end, e.g. `https://advisor.example.org`; '' when none is known. */
export function createAddresses(publicUrl: string): Addresses {
  const of = (path: string) => publicUrl + path;
  return {
    of,
    next(path, query, cursor) {
      if (cursor === undefined) return undefined;
      const parameters = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...query, cursor })) parameters.set(name, String(value));
      return `<${of(path)}?${parameters}>; rel="next"`;
    },
  };
}

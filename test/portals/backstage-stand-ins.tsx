// What the card takes from Backstage, as far as it does: it belongs to the portal, and is large.

import type { ReactNode } from 'react';

/** What the catalogue knows. */
interface Entity {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly title?: string;
    readonly tags?: readonly string[];
  };
}

/** What the tests put on the page before the card is drawn. */
export interface Backstage {
  readonly entity: Entity;
  readonly proxy: string;
  readonly token: string;
}

declare global {
  // A global can be declared as a variable only.
  var backstage: Backstage;
}

const apis = {
  discovery: { getBaseUrl: async (_plugin: string) => backstage.proxy },
  identity: { getCredentials: async (): Promise<{ readonly token?: string }> => ({ token: backstage.token }) },
  fetch: {
    fetch: (input: string, init: RequestInit = {}) =>
      fetch(input, { ...init, headers: { ...init.headers, Authorization: `Bearer ${backstage.token}` } }),
  },
};

export const discoveryApiRef = 'discovery';
export const identityApiRef = 'identity';
export const fetchApiRef = 'fetch';

export function useApi<Name extends keyof typeof apis>(name: Name): (typeof apis)[Name] {
  return apis[name];
}

export function useEntity(): { readonly entity: Entity } {
  return { entity: backstage.entity };
}

/** As Backstage writes it: in lower case, the namespace always there. */
export function stringifyEntityRef({ kind, metadata: { namespace = 'default', name } }: Entity): string {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

export function InfoCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function ErrorPanel({ error }: { readonly error: Error }) {
  return <p role="alert">{error.message}</p>;
}

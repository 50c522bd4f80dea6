/**
 * What pages with the form on them may do (CSP 3, Trusted Types): run this service's scripts, apply its style sheets, ask
 * its API. Lit, of which the form is made, has one policy that turns text into markup; nobody else may.
 */
const WITH_FORM = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

/** Headers by name; undefined takes one away that every reply has. */
export type HeaderChanges = Readonly<Record<string, string | undefined>>;

/** The page that is the form and nothing else; nobody may frame it. */
export const HOSTED_PAGE: HeaderChanges = policy("frame-ancestors 'none'");

/** Examples, one of which has a frame. */
export const EXAMPLE: HeaderChanges = policy("frame-src 'self'", "frame-ancestors 'none'");

/** The page for frames on this service's own pages and on those of the given origins. */
export function framePage(origins: readonly string[]): HeaderChanges {
  // The older header knows no list of origins, and would keep them out.
  return { ...policy(`frame-ancestors ${["'self'", ...origins].join(' ')}`), 'X-Frame-Options': undefined };
}

/** Any site may load the reply, and insist on its very bytes (Subresource Integrity). */
export const FOR_EVERYBODY: HeaderChanges = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

function policy(...more: readonly string[]): HeaderChanges {
  return { 'Content-Security-Policy': [...WITH_FORM, ...more].join('; ') };
}

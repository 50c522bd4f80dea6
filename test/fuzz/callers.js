// Who sends requests, and what they show.

/**
 * @typedef {object} Shown
 * @property {string} [authorization]
 * @property {string} [origin]
 * @property {boolean} isStranger whether nothing but what is public may be carried out
 *
 * @typedef {Readonly<Record<string, Shown>>} Credentials
 * @typedef {(method: string, path: string, parts?: { body?: unknown, origin?: string, bearer?: string }) => Promise<any>} Call
 */

const PORTAL = 'https://portal.example.org';

/** Credentials that nobody has handed out, and no credential at all. */
const STRANGERS = {
  nobody: { isStranger: true },
  'no bearer': { authorization: 'Basic cm9vdDpyb290', isStranger: true },
  'two words': { authorization: 'Bearer two words', isStranger: true },
  'nothing said': { authorization: 'Bearer ', isStranger: true },
  'a guessed key': { authorization: 'Bearer dadv_sk_0123456789_00000000000000000000000000000000000000', isStranger: true },
  'a guessed token': { authorization: 'Bearer dadv_at_e30.e30.e30', isStranger: true },
  'an unsigned token': { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.', isStranger: true },
  'something long': { authorization: `Bearer ${'x'.repeat(7_000)}`, isStranger: true },
  'something else': { authorization: 'Bearer \x80\xff\x00', isStranger: true },
};

/** Those whom an open service lets in, whatever they show. */
export const OPEN = {
  root: { isStranger: false },
  'somebody with a needless key': { authorization: 'Bearer x', isStranger: false },
};

/**
 * Callers of a guarded service, with keys that an operator made and keys that come from them.
 *
 * @param {Call} call as one who may do everything
 * @param {{ readonly root: string, readonly elsewhere: string }} keys
 * @returns {Promise<Credentials>}
 */
export async function credentialsOf(call, { root, elsewhere }) {
  const reader = await call('POST', '/v1/api-keys', { body: { name: 'reader', permissions: ['models:read'] } });
  const embed = { name: 'page', kind: 'embed', model: 'delivery-approach', origins: [PORTAL] };
  const page = await call('POST', '/v1/api-keys', { body: embed });
  const revoked = await call('POST', '/v1/api-keys', { body: { name: 'revoked', permissions: ['models:read'] } });
  await call('DELETE', `/v1/api-keys/${revoked.id}`);
  const body = { subject: { ref: 'visitor' } };
  const { token } = await call('POST', '/v1/assessments', { body, bearer: page.secret, origin: PORTAL });
  return {
    root: { authorization: `Bearer ${root}`, isStranger: false },
    reader: { authorization: `Bearer ${reader.secret}`, isStranger: false },
    'somebody elsewhere': { authorization: `bearer ${elsewhere}`, isStranger: false },
    page: { authorization: `Bearer ${page.secret}`, origin: PORTAL, isStranger: false },
    respondent: { authorization: `Bearer ${token}`, origin: PORTAL, isStranger: false },
    'a page of another origin': { authorization: `Bearer ${page.secret}`, origin: 'https://evil.example.org', isStranger: true },
    'a revoked key': { authorization: `Bearer ${revoked.secret}`, isStranger: true },
    'a key with a typing error': { authorization: `Bearer ${root.slice(0, -1)}-`, isStranger: true },
    'a token with a typing error': { authorization: `Bearer ${token.slice(0, -2)}`, isStranger: true },
    ...STRANGERS,
  };
}

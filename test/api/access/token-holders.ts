import { PERMISSIONS } from '../../../src/services/identity/caller.ts';
import { EMBED, PORTAL } from '../guarded-service.ts';
import { type Claims, unsigned } from '../identity-provider.ts';
import { START } from '../service-under-test.ts';
import { type CallerKind, guarded, nothingOfOthers, onlyFor, othersThan, permissionFor, refused } from './caller-kind.ts';
import type { Lab } from './lab.ts';

const ALL = { scope: PERMISSIONS.join(' '), tenant: 'default' };
const NOW = START / 1000;

/** Callers who show the token of an assessment, or one of the issuer. */
export const TOKEN_HOLDERS: Readonly<Record<string, CallerKind>> = {
  'the respondent of the assessment': {
    expected: onlyFor('assessment-token'),
    credential: (_lab, _operation, { token }) => token,
    hangsOn: (_operation, { token }) => token,
  },
  'the respondent of another assessment': {
    expected: (operation) => {
      const expected = onlyFor('assessment-token')(operation);
      return expected === 'carried out' ? nothingOfOthers(operation) : expected;
    },
    credential: async ({ newThings }) => (await newThings()).token,
  },
  'a respondent whose embed key was revoked': { expected: refused(401), credential: tokenOfRevokedKey },
  'somebody with a JWT of every permission': { expected: () => 'carried out', credential: signed(ALL) },
  'somebody with a JWT of all other permissions': {
    expected: refused(403),
    credential: ({ provider }, operation) => provider.sign({ ...ALL, scope: othersThan(operation).join(' ') }),
    hangsOn: permissionFor,
  },
  'somebody with a JWT of another workspace': { expected: nothingOfOthers, credential: signed({ ...ALL, tenant: 'elsewhere' }) },
  'somebody with a JWT without a workspace': { expected: refused(401), credential: signed({ scope: ALL.scope }) },
  'somebody with a JWT of a strange workspace': { expected: refused(401), credential: signed({ ...ALL, tenant: '../default' }) },
  'somebody with a JWT without a subject': { expected: refused(401), credential: signed({ ...ALL, sub: undefined }) },
  'somebody with a JWT that is not signed': {
    expected: refused(401),
    credential: async ({ provider }) => unsigned(await provider.sign(ALL)),
  },
  'somebody with a JWT signed with the public key': {
    expected: refused(401),
    credential: ({ provider }) => provider.confuse(ALL),
  },
  'somebody with a JWT of another signer': { expected: refused(401), credential: ({ provider }) => provider.forge(ALL) },
  'somebody with a JWT for another audience': { expected: refused(401), credential: signed({ ...ALL, aud: 'somebody-else' }) },
  'somebody with a JWT of another issuer': {
    expected: refused(401),
    credential: signed({ ...ALL, iss: 'https://elsewhere.example.org' }),
  },
  'somebody with an expired JWT': { expected: refused(401), credential: signed({ ...ALL, exp: NOW - 31 }) },
  'somebody with a JWT that has no end': { expected: refused(401), credential: signed({ ...ALL, exp: undefined }) },
  'somebody with a JWT from the future': { expected: refused(401), credential: signed({ ...ALL, nbf: NOW + 86_000 }) },
  'somebody with a JWT that has to be understood': {
    expected: guarded(() => 401),
    credential: ({ provider }) => provider.extend(ALL),
  },
};

function signed(claims: Claims): CallerKind['credential'] {
  return ({ provider }) => provider.sign(claims);
}

async function tokenOfRevokedKey({ service, root, checker }: Lab): Promise<string> {
  const { key, secret } = await service.issue(EMBED);
  const page = service.as(secret, checker, PORTAL);
  const { body } = await page.call('createAssessment', { body: { subject: { ref: 'a' } } });
  await root.call('revokeApiKey', { params: { id: key.id } });
  return body.token;
}

import { z } from 'zod';
import type { NewKey } from '../../services/identity/api-keys.ts';
import { PERMISSIONS, type Permission } from '../../services/identity/caller.ts';
import type { PageOf } from '../../services/page-cursor.ts';
import { next } from './assessment.ts';
import { extensibleEnum, list, partId } from './bounded.ts';
import { line, slug, time } from './identifiers.ts';

const id = z.string().max(10).describe('The id of the key, which is a part of its text.');
const permission = z
  .enum(PERMISSIONS)
  .meta({ id: 'Permission', description: 'What a caller may do.' }) satisfies z.ZodType<Permission>;

const ORIGIN = /^https?:\/\/[a-z0-9.:[\]-]+$/;
const AS_BROWSERS_DO = 'Send scheme and host as a browser does, such as https://portal.example.org.';

/** An origin as browsers write it (RFC 6454). */
const origin = z
  .string()
  .max(200)
  .regex(ORIGIN, { error: AS_BROWSERS_DO })
  .refine((text) => !ORIGIN.test(text) || (URL.canParse(text) && new URL(text).origin === text), {
    error: AS_BROWSERS_DO,
    params: { code: 'invalid-origin' },
  });

const name = line(100, 'What people call it.').meta({ example: 'Developer portal' });
const NewKeyParts = z.strictObject({
  name,
  kind: z
    .enum(['secret', 'embed'])
    .default('secret')
    .describe('`secret` for programs that keep it to themselves, `embed` for pages, where everybody can read it.'),
  permissions: z
    .array(permission)
    .min(1)
    .max(PERMISSIONS.length)
    .describe('What a secret key may do; nothing that you may not do yourself.')
    .exactOptional(),
  model: slug('The model that an embed key is for.').exactOptional(),
  origins: z
    .array(origin)
    .min(1)
    .max(20)
    .describe('The origins of the pages that an embed key may be used from, exactly.')
    .meta({ example: ['https://portal.example.org'] })
    .exactOptional(),
  expiresInDays: z.int().min(1).max(3650).default(365).describe('Days after which the key ends by itself.'),
});

/** What each kind of key has to say, and what makes no sense for it. */
const NEEDED = {
  secret: { needs: ['permissions'], lacks: ['model', 'origins'] },
  embed: { needs: ['model', 'origins'], lacks: ['permissions'] },
} as const;

export const NewApiKey = NewKeyParts.check(({ value, issues }) => {
  const { needs, lacks } = NEEDED[value.kind];
  const wrong = (part: keyof typeof value, message: string) =>
    issues.push({ code: 'custom', path: [part], message, input: value, params: { code: 'wrong-for-kind' } });
  for (const part of needs) if (value[part] === undefined) wrong(part, `A key of the kind ${value.kind} needs ${part}.`);
  for (const part of lacks) if (value[part] !== undefined) wrong(part, `A key of the kind ${value.kind} has no ${part}.`);
})
  .meta({ id: 'NewApiKey', description: 'A key to create.' })
  .transform(({ name, kind, expiresInDays: lifetimeDays, permissions = [], model = '', origins = [] }): NewKey => {
    return kind === 'embed' ? { name, kind, lifetimeDays, model, origins } : { name, kind, lifetimeDays, permissions };
  });

export const KeyRotation = z
  .strictObject({
    overlapSeconds: z
      .int()
      .min(0)
      .max(2_592_000)
      .default(86_400)
      .describe('For how long the present key goes on; a day when left out, 30 days at most.'),
  })
  .meta({ id: 'KeyRotation', description: 'How a key is to be replaced.' });

const keyParts = {
  id,
  name: z.string().max(100).describe('What people call it.'),
  kind: extensibleEnum(['secret', 'embed'], 'Whether it is for programs or for pages.'),
  permissions: list(extensibleEnum(PERMISSIONS, 'A permission.'), 100, 'What it may do.'),
  model: partId('The only model of an embed key.').exactOptional(),
  origins: list(
    z.string().max(200).describe('An origin.'),
    20,
    'The origins of the pages that an embed key may be used from.',
  ).exactOptional(),
  createdAt: time('When it was created.'),
  expiresAt: time('When it ends by itself.'),
  revokedAt: time('When it was revoked.').exactOptional(),
  replacedBy: z.string().max(10).describe('The id of the key that takes its place.').exactOptional(),
};

export const ApiKey = z.object(keyParts).meta({ id: 'ApiKey', description: 'A key, without the text that opens anything.' });

export const IssuedApiKey = z
  .object({
    ...keyParts,
    secret: z.string().max(100).describe('The key itself, to be sent as a bearer token. It is shown now and never again.'),
  })
  .meta({ id: 'IssuedApiKey', description: 'A key with its text.' });

export const ApiKeyList = z
  .object({ items: list(ApiKey, 100, 'Newest first.'), next })
  .meta({ id: 'ApiKeyList', description: 'A page of keys.' }) satisfies z.ZodType<PageOf<z.output<typeof ApiKey>>>;

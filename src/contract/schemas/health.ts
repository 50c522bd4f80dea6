import { z } from 'zod';

export const Health = z
  .object({ status: z.literal('ok').describe('The process is alive.') })
  .meta({ id: 'Health', description: 'The process is alive.' });

export const Readiness = z
  .object({ status: z.literal('ready').describe('Requests are welcome.') })
  .meta({ id: 'Readiness', description: 'The service can serve requests.' });

/** A document that tools read and that is described elsewhere. */
export const OpenApiDocument = z
  .record(z.string(), z.unknown())
  .meta({ id: 'OpenApiDocument', description: 'An OpenAPI 3.1 document.' });

export const AnswersSchema = z
  .record(z.string(), z.unknown())
  .meta({ id: 'AnswersSchema', description: 'A JSON Schema (2020-12).' });

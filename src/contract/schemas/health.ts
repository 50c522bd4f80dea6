import { z } from 'zod';

export const ServiceHealth = z
  .object({ status: z.literal('ok').describe('The process is alive.') })
  .meta({ id: 'ServiceHealth', description: 'The process is alive.' });

export const ServiceReadiness = z
  .object({ status: z.literal('ready').describe('Requests are welcome.') })
  .meta({ id: 'ServiceReadiness', description: 'The service can serve requests.' });

/** A document that tools read and that is described elsewhere. */
export const OpenApiDocument = z
  .record(z.string(), z.unknown())
  .meta({ id: 'OpenApiDocument', description: 'An OpenAPI document.', maxProperties: 100 });

export const AnswersSchema = z
  .record(z.string(), z.unknown())
  .meta({ id: 'AnswersSchema', description: 'A JSON Schema (2020-12).', maxProperties: 100 });

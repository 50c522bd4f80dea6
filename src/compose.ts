import { readFileSync } from 'node:fs';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import { handlers } from './http/handlers.ts';
import { inspections } from './http/inspections.ts';
import type { Services } from './http/services.ts';
import { BUILT_IN_MODELS, loadCatalogue } from './models/load-catalogue.ts';
import { createAssessments } from './services/assessments/assessments.ts';
import type { ModelCatalogue } from './services/model-catalogue.ts';
import { createEvaluations } from './services/models/evaluations.ts';
import { createModels } from './services/models/models.ts';
import { createPinnedModels } from './services/models/pinned-models.ts';
import { createReadiness } from './services/readiness.ts';
import { createRecommendations } from './services/recommendations/recommendations.ts';
import type { Store } from './services/store.ts';
import { openStore } from './store/open-store.ts';

/** The service, ready to be listened with. */
export interface Service {
  readonly app: Express;
  readonly services: Services;
  readonly store: Store;
}

/** What decides when and as whom things happen; tests fix both. */
export interface Circumstances {
  readonly now: () => Date;
  readonly newId: () => string;
}

const REALITY: Circumstances = { now: () => new Date(), newId: () => v7() };

/** The committed specification: it lies one folder above this file, whether that is a source or built. */
const SPECIFICATION = new URL('../openapi.yaml', import.meta.url);

/**
 * Puts the service together.
 *
 * @throws ModelsRefused when a decision model is wrong, before the database is touched.
 */
export async function compose(config: Config, log: Logger, circumstances: Circumstances = REALITY): Promise<Service> {
  const { modelsDir } = config;
  const catalogue = loadCatalogue({ directories: [BUILT_IN_MODELS, ...(modelsDir === undefined ? [] : [modelsDir])], log });
  const store = await openStore(config.databaseUrl, log);
  const services = createServices({ store, catalogue }, circumstances);
  const specification = readFileSync(SPECIFICATION, 'utf8');
  const app = createApp({
    log,
    handlers: handlers(services, { publicUrl: config.publicUrl, specification }),
    inspections: inspections(services),
  });
  return { app, services, store };
}

function createServices(
  ports: { readonly store: Store; readonly catalogue: ModelCatalogue },
  circumstances: Circumstances,
): Services {
  const pinned = createPinnedModels(ports);
  const needs = { ...ports, pinned, ...circumstances };
  return {
    models: createModels(ports),
    evaluations: createEvaluations(ports),
    assessments: createAssessments(needs),
    recommendations: createRecommendations(needs),
    readiness: createReadiness(ports),
  };
}

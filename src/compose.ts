import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { checkDoors, composeIdentity, type IdentityParts, ownHosts } from './compose/identity.ts';
import { listenAt } from './compose/listening.ts';
import { composeWebhooks, type WebhookParts } from './compose/webhooks.ts';
import type { Config } from './config.ts';
import { createNap } from './delivery/nap.ts';
import { createApp } from './http/app.ts';
import { createAdmission } from './http/authentication.ts';
import { readFormFiles } from './http/form/form-files.ts';
import { evaluationBatches } from './http/handlers/evaluations.ts';
import { handlers } from './http/handlers.ts';
import { inspections } from './http/inspections.ts';
import { createRateLimits } from './http/limits/rate-limits.ts';
import { createConversation } from './http/mcp/conversation.ts';
import { metricsEndpoint } from './http/metrics-endpoint.ts';
import type { Services } from './http/services.ts';
import type { Log } from './log.ts';
import { type Exposition, type Meter, UNMETERED } from './metrics/meter.ts';
import type { Gauged } from './metrics/prometheus.ts';
import { loadCatalogue, modelDirectories } from './models/load-catalogue.ts';
import { WRITERS } from './report/writers.ts';
import { createAssessments } from './services/assessments/assessments.ts';
import { createCarryOvers } from './services/assessments/carry-overs.ts';
import { createAudit } from './services/audit/audit.ts';
import type { EvaluationTally } from './services/evaluation-tally.ts';
import type { ModelCatalogue } from './services/model-catalogue.ts';
import { createEvaluations } from './services/models/evaluations.ts';
import { createModels } from './services/models/models.ts';
import { createPinnedModels } from './services/models/pinned-models.ts';
import { createReadiness } from './services/readiness.ts';
import { createRecommendations } from './services/recommendations/recommendations.ts';
import { createReports } from './services/reports/reports.ts';
import type { Store } from './services/store.ts';
import { openStore } from './store/open-store.ts';
import { openQuotas } from './store/quotas/open-quotas.ts';

/** The service, put together but not listening yet. */
export interface Service {
  /**
   * Listens and tells where.
   *
   * @throws AddressTaken or ConfigRefused when the address cannot be had.
   */
  start(): Promise<RunningService>;
  /** Closes the database of a service that was never started. */
  close(): Promise<void>;
}

/** The service while it accepts requests. */
export interface RunningService {
  /** E.g. `http://localhost:3000`. */
  readonly url: string;
  /** Sends new work elsewhere, lets what has begun end, and closes the database. */
  stop(): Promise<void>;
}

/** What decides when things happen and how they are called; tests fix both. */
export interface Circumstances {
  readonly now: () => Date;
  readonly newId: () => string;
}

const REALITY: Circumstances = { now: () => new Date(), newId: () => v7() };

/** The committed specification: it lies one folder above this file, whether that is a source or built. */
const SPECIFICATION = new URL('../openapi.yaml', import.meta.url);
const OLDER_SPECIFICATION = new URL('../openapi-3.0.json', import.meta.url);

/** What the build makes of the form; it lies beside what it makes of this file. */
const FORM = new URL('../dist/embed/', import.meta.url);

/** Milliseconds that requests have to end once the service is to stop. */
const PATIENCE = 10_000;

/**
 * Puts the service together.
 *
 * @throws ModelsRefused when a decision model is wrong, before the database is touched.
 * @throws ConfigRefused when nobody could be let in.
 */
export async function compose(config: Config, log: Log, circumstances: Circumstances = REALITY): Promise<Service> {
  const { host, port, modelsDir, publicUrl, metricsPort, embedOrigins: origins, trustedProxies } = config;
  const catalogue = loadCatalogue({ directories: modelDirectories(modelsDir), log });
  const rest = createNap();
  const store = await openStore(config.databaseUrl, { log, bell: { ring: (count) => (count > 0 ? rest.wake() : undefined) } });
  const metrics = metricsPort === undefined ? undefined : { ...(await prometheus(store)), port: metricsPort };
  const meter = metrics ?? UNMETERED;
  const quotas = await openQuotas(config.databaseUrl, config.rateLimits, log);
  const identity = composeIdentity(config, { store: store.apiKeys, models: catalogue, now: circumstances.now });
  const webhooks = composeWebhooks(config, { ...circumstances, store, rest, log, count: meter.attempted });
  const services = createServices({ store, catalogue, identity, webhooks, tally: meter.evaluated }, circumstances);
  const specification = { yaml: readFileSync(SPECIFICATION, 'utf8'), olderJson: readFileSync(OLDER_SPECIFICATION, 'utf8') };
  const answering = {
    handlers: handlers(services, { publicUrl, specification, isEmbedded: origins.length > 0 }),
    batches: evaluationBatches(services),
    inspections: inspections(services),
    admission: createAdmission({
      authenticator: identity.authenticator,
      limits: createRateLimits(quotas, meter.limited),
      publicUrl,
    }),
  };
  const reach = { formFiles: readFormFiles(FORM, origins), origins, ownHosts: ownHosts(config), trustedProxies };
  const assistants = {
    conversation: createConversation({ ...answering, models: services.models, log }),
    origins: publicUrl === '' ? origins : [...origins, new URL(publicUrl).origin],
  };
  const app = createApp({ log, meter, assistants, ...reach, ...answering });
  const close = async () => void (await Promise.all([store.close(), quotas.close()]));
  return {
    close,
    async start() {
      await checkDoors(config, { store: store.apiKeys, now: circumstances.now }, log);
      // The first statement takes many times as long as the others; no caller is to wait for it.
      await store.ping();
      const metering =
        metrics &&
        (await listenAt(metricsEndpoint(metrics, ownHosts(config)), { host, port: metrics.port, variable: 'METRICS_PORT' }));
      if (metering !== undefined) log.info(`metrics on ${metering.url}/metrics`);
      const server = await listenAt(app, { host, port, variable: 'PORT' });
      webhooks.sender.start();
      const stop = async () => {
        services.readiness.stop();
        await Promise.all([server.stop(PATIENCE), metering?.stop(PATIENCE), webhooks.sender.stop(PATIENCE)]);
        await close();
      };
      return { url: server.url, stop };
    },
  };
}

/** Loaded only where somebody asks for metrics. */
async function prometheus(gauged: Gauged): Promise<Meter & Exposition> {
  const { createPrometheus } = await import('./metrics/prometheus.ts');
  return createPrometheus(gauged);
}

/** What the use cases are put together from. */
interface Parts {
  readonly store: Store;
  readonly catalogue: ModelCatalogue;
  readonly identity: IdentityParts;
  readonly webhooks: WebhookParts;
  readonly tally: EvaluationTally;
}

function createServices({ identity, webhooks, ...ports }: Parts, circumstances: Circumstances): Services {
  const pinned = createPinnedModels(ports);
  const needs = { ...ports, pinned, ...circumstances };
  const assessments = createAssessments(needs);
  return {
    models: createModels(ports),
    evaluations: createEvaluations(ports),
    assessments,
    carryOvers: createCarryOvers({ ...needs, assessments }),
    recommendations: createRecommendations(needs),
    apiKeys: identity.apiKeys,
    assessmentTokens: identity.assessmentTokens,
    reports: createReports({ ...ports, writers: WRITERS }),
    audit: createAudit(ports),
    webhooks: webhooks.webhooks,
    deliveries: webhooks.deliveries,
    readiness: createReadiness(ports),
  };
}

import express, { type Express } from 'express';
import type { Meter } from '../metrics/meter.ts';
import { refuse } from '../services/refusal.ts';
import { createTurns } from './batch/turns.ts';
import { cors } from './cors.ts';
import { dataOnly } from './data-only.ts';
import { docs } from './docs.ts';
import type { Answering } from './exchange.ts';
import { form } from './form/form.ts';
import type { FormFiles } from './form/form-files.ts';
import { expectHost, expectNeighbours } from './input/host.ts';
import { expectSmallHead } from './limits/head-size.ts';
import { assistantsEndpoint, type EndpointNeeds } from './mcp/endpoint.ts';
import { mount } from './mount.ts';
import { problemSender } from './problem-sender.ts';
import { requestLog } from './request-log.ts';

/** What the application is made of. */
export interface Parts extends Omit<Answering, 'turns'> {
  readonly meter: Meter;
  /** What answers assistants, and the pages that may use them. */
  readonly assistants: Omit<EndpointNeeds, 'admission'>;
  readonly formFiles: FormFiles;
  /** Those whose pages may call the API from a browser. */
  readonly origins: readonly string[];
  /** Names by which an open service is reached, beside those of its own machine; a guarded one goes by keys, not by names. */
  readonly ownHosts?: readonly string[] | undefined;
  /** Proxies in front, the last of which say where a request comes from. */
  readonly trustedProxies: number;
}

/** The service as an Express application. Every error, wherever it arises, leaves as a problem document. */
export function createApp({ meter, assistants, formFiles, origins, ownHosts, trustedProxies, ...answering }: Parts): Express {
  const { log } = answering;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', trustedProxies);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(requestLog(log, meter));
  app.use(dataOnly);
  app.use(cors(origins));
  app.use(expectHost);
  if (ownHosts !== undefined) app.use(expectNeighbours({ hosts: ownHosts, origins }));
  app.use(expectSmallHead);
  app.use(form(formFiles));
  mount(app, { ...answering, turns: createTurns() });
  app.use(assistantsEndpoint({ admission: answering.admission, ...assistants }));
  app.use(docs());
  app.use(({ method, path }) =>
    refuse('not-found', { detail: `There is nothing at ${method} ${path}; see /docs for what there is.` }),
  );
  app.use(problemSender(log));
  return app;
}

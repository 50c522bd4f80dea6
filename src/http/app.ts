import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { refuse } from '../services/refusal.ts';
import { docs } from './docs.ts';
import { expectHost } from './input/host.ts';
import { expectSmallHead } from './limits/head-size.ts';
import { type Answering, mount } from './mount.ts';
import { problemSender } from './problem-sender.ts';
import { requestLog } from './request-log.ts';

/** Replies that are data: nothing in them may run, and nobody may frame them. */
const DATA_ONLY = { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } };

/** The service as an Express application. Every error, wherever it arises, leaves as a problem document. */
export function createApp({ log, ...answering }: Answering & { readonly log: Logger }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(requestLog(log));
  app.use(helmet({ contentSecurityPolicy: DATA_ONLY }));
  app.use(expectHost);
  app.use(expectSmallHead);
  mount(app, answering);
  app.use(docs());
  app.use(({ method, path }) =>
    refuse('not-found', { detail: `There is nothing at ${method} ${path}; see /docs for what there is.` }),
  );
  app.use(problemSender(log));
  return app;
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Exposition, Meter } from './meter.ts';

/** How many connections to the database there are, how many of them wait for work, and how many requests wait for one. */
export interface Connections {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What is measured beside requests. */
export interface Gauged {
  /** Absent where there is no pool. */
  readonly connections?: (() => Connections) | undefined;
}

/** Seconds; below what OpenTelemetry suggests for HTTP, as most replies take a few milliseconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** Whatever has no operation, so that callers cannot make series up. */
const OTHER = 'other';

/** Answers that nobody received. */
const CUT_OFF = 'cut-off';

/** Measures for Prometheus (text format 0.0.4), the process and its event loop included. */
export function createPrometheus({ connections }: Gauged): Meter & Exposition {
  const register = new Registry();
  collectDefaultMetrics({ register });
  if (connections !== undefined) gaugeConnections(register, connections);
  const { duration, active, evaluations, replays, attempts, limited } = instruments([register]);
  return {
    contentType: register.contentType,
    read: () => register.metrics(),
    begun: () => active.inc(),
    answered({ operation = OTHER, status = CUT_OFF, seconds }) {
      active.dec();
      duration.observe({ operation, status }, seconds);
    },
    evaluated: (model, outcome) => evaluations.inc({ model, outcome }),
    replayed: () => replays.inc(),
    attempted: (outcome) => attempts.inc({ outcome }),
    limited: (policy) => limited.inc({ policy }),
  };
}

function instruments(registers: Registry[]) {
  return {
    duration: new Histogram({
      name: 'http_server_request_duration_seconds',
      help: 'Time from the arrival of a request to the end of its reply.',
      labelNames: ['operation', 'status'],
      buckets: BUCKETS,
      registers,
    }),
    active: new Gauge({ name: 'http_server_active_requests', help: 'Requests that are being answered.', registers }),
    evaluations: new Counter({
      name: 'evaluations_total',
      help: 'Evaluations that were asked for or recorded, by what was recommended.',
      labelNames: ['model', 'outcome'],
      registers,
    }),
    replays: new Counter({
      name: 'idempotent_replays_total',
      help: 'Creations that had been carried out before.',
      registers,
    }),
    attempts: new Counter({
      name: 'webhook_attempts_total',
      help: 'Attempts to deliver what webhooks are told of, by what became of the delivery.',
      labelNames: ['outcome'],
      registers,
    }),
    limited: new Counter({
      name: 'rate_limited_total',
      help: 'Requests that came too soon after others.',
      labelNames: ['policy'],
      registers,
    }),
  };
}

function gaugeConnections(register: Registry, connections: () => Connections): void {
  const gauge = new Gauge({
    name: 'database_connections',
    help: 'Connections to the database (total, idle), and requests that wait for one (waiting).',
    labelNames: ['state'],
    registers: [register],
    collect() {
      for (const [state, count] of Object.entries(connections())) gauge.set({ state }, count);
    },
  });
}

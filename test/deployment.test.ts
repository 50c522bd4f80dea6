import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { newKey } from '../src/commands/keys/key-order.ts';
import { keyOrders } from '../src/commands/keys/keys-command.ts';
import { readConfig } from '../src/config.ts';
import { OPERATIONS } from '../src/contract/operations.ts';
import { PROJECT } from './source-tree.ts';

/** What both formats say about a container that runs this service or one of its commands. */
interface Container {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it runs when that is not the service. */
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly isReadOnly: boolean;
}

interface ComposeService {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly entrypoint?: readonly string[];
  readonly read_only?: boolean;
  readonly profiles?: readonly string[];
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface KubernetesContainer {
  readonly name: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe: Probe;
  readonly livenessProbe: Probe;
  readonly readinessProbe: Probe;
  readonly securityContext: object;
}

interface PodTemplate {
  readonly metadata: { readonly labels: object };
  readonly spec: { readonly securityContext: object; readonly containers: readonly KubernetesContainer[] };
}

interface KubernetesObject {
  readonly kind: string;
  readonly spec: {
    readonly replicas: number;
    readonly suspend?: boolean;
    readonly minAvailable: number;
    readonly selector: { readonly matchLabels: object };
    readonly strategy: object;
    readonly template: PodTemplate;
    readonly jobTemplate: { readonly spec: { readonly template: PodTemplate } };
  };
}

/** Stands for whatever only the operator knows. */
const SECRETS: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgresql://advisor:secret@database/advisor',
  KEY_PEPPER: 'x'.repeat(44),
};

const textOf = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const variables = new Set([...textOf('README.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = '']) => name));
const compose: { readonly services: Readonly<Record<string, ComposeService>> } = parse(textOf('docs/deploy/compose.yaml'), {
  merge: true,
});
const objects = parseAllDocuments(textOf('docs/deploy/kubernetes.yaml')).map((one): KubernetesObject => one.toJS());
const [deployment] = objects.filter(({ kind }) => kind === 'Deployment');
const templates = objects.flatMap(({ spec }) => spec.template ?? spec.jobTemplate?.spec.template ?? []);

/** The key that a line of `keys` creates. */
function newKeyIn(line: readonly string[]): unknown {
  const created: unknown[] = [];
  keyOrders(async (order) => {
    if (order.kind === 'create') created.push(newKey(order.options));
  }).parse(line, { from: 'user' });
  return created[0];
}

function composed(): readonly Container[] {
  return Object.entries(compose.services)
    .filter(([, { image }]) => image === 'delivery-advisor')
    .map(([name, { environment, entrypoint = [], read_only: isReadOnly = false }]) => {
      const known = Object.entries(environment).map(([key, value]) => [key, value.includes('$') ? SECRETS[key] : value]);
      return { name, env: Object.fromEntries(known), command: entrypoint, args: [], isReadOnly };
    });
}

function orchestrated(): readonly Container[] {
  return templates
    .flatMap(({ spec }) => spec.containers)
    .map(({ name, env, command = [], args = [], securityContext }) => ({
      name,
      env: Object.fromEntries(env.map((one) => [one.name, one.value ?? SECRETS[one.name] ?? ''])),
      command,
      args,
      isReadOnly: new Map(Object.entries(securityContext)).get('readOnlyRootFilesystem') === true,
    }));
}

describe.each([
  ['docs/deploy/compose.yaml', composed()],
  ['docs/deploy/kubernetes.yaml', orchestrated()],
])('%s', (_, containers) => {
  const services = containers.filter(({ command }) => command.length === 0);

  it('sets variables that there are, to values that are accepted', () => {
    expect(containers.length).toBeGreaterThan(2);
    for (const { env } of containers) {
      expect(Object.keys(env).filter((name) => !variables.has(name))).toEqual([]);
      expect(readConfig(env).databaseUrl).toBe(SECRETS['DATABASE_URL']);
    }
  });

  it('runs the service for everybody to reach, with keys and behind one proxy', () => {
    for (const { env } of services) {
      expect(readConfig(env)).toMatchObject({ host: '0.0.0.0', port: 3000, keyPepper: SECRETS['KEY_PEPPER'], trustedProxies: 1 });
    }
  });

  it('runs commands that there are, with arguments that they take', () => {
    const commands = containers.filter(({ command }) => command.length > 0);
    expect(commands.map(({ name }) => name).toSorted()).toEqual(['keys', 'purge']);
    for (const { command, args } of commands) {
      const [program, script = ''] = command;
      expect(program).toBe('node');
      expect(existsSync(join(PROJECT, script.replace(/^dist\/(.*)\.js$/, 'src/$1.ts')))).toBe(true);
      if (args.length > 0) expect(newKeyIn(args)).toMatchObject({ kind: 'secret' });
    }
  });

  it('lets no container write to its own files', () => {
    expect(containers.filter(({ isReadOnly }) => !isReadOnly)).toEqual([]);
  });
});

describe('docs/deploy/compose.yaml', () => {
  it('runs two replicas behind a proxy that knows both, and asks them whether they are ready', () => {
    const replicas = Object.entries(compose.services).filter(
      ([, { image, profiles }]) => image === 'delivery-advisor' && profiles === undefined,
    );
    expect(replicas).toHaveLength(2);
    for (const [name] of replicas) expect(textOf('docs/deploy/compose.yaml')).toContain(`${name}:3000`);
    expect(textOf('docs/deploy/compose.yaml')).toContain(`health_uri ${OPERATIONS.getReadiness.path}`);
  });

  it('says how to create a key in words that the command understands', () => {
    const [, line = ''] = /run --rm keys (create .*)$/m.exec(textOf('docs/deploy/compose.yaml')) ?? [];
    expect(newKeyIn(line.split(' '))).toMatchObject({ kind: 'secret', name: 'first' });
  });
});

describe('docs/deploy/kubernetes.yaml', () => {
  it('asks the right addresses whether a pod lives and is ready', () => {
    const [container] = deployment?.spec.template.spec.containers ?? [];
    const http = { port: 'http' };
    expect(container?.ports).toContainEqual({ name: 'http', containerPort: 3000 });
    expect(container?.startupProbe.httpGet).toEqual({ ...http, path: OPERATIONS.getHealth.path });
    expect(container?.livenessProbe.httpGet).toEqual({ ...http, path: OPERATIONS.getHealth.path });
    expect(container?.readinessProbe.httpGet).toEqual({ ...http, path: OPERATIONS.getReadiness.path });
  });

  it('keeps one pod at least, whatever is drained or replaced', () => {
    const [budget] = objects.filter(({ kind }) => kind === 'PodDisruptionBudget');
    expect(deployment?.spec).toMatchObject({ replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 0 } } });
    expect(budget?.spec).toMatchObject({ minAvailable: 1, selector: { matchLabels: deployment?.spec.template.metadata.labels } });
  });

  it('runs nothing as root or with any privilege', () => {
    for (const { spec } of templates) {
      expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      for (const { securityContext } of spec.containers)
        expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    }
  });

  it('makes keys only when somebody asks', () => {
    const keys = objects.filter(({ spec }) => spec.jobTemplate?.spec.template.spec.containers[0]?.name === 'keys');
    expect(keys).toMatchObject([{ kind: 'CronJob', spec: { suspend: true } }]);
  });
});

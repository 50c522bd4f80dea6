import { describe, expect, it } from '@jest/globals';
import { importsOf, type SourceFile, sourceFiles } from './source-tree.ts';

const files = sourceFiles('src');
const tests = sourceFiles('test');

/** Who may import whom, by the first part of the path. Every room may import from itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  decision: [],
  services: ['decision'],
  models: ['services', 'decision'],
  contract: ['services', 'decision'],
  store: ['services', 'decision', 'config', 'log'],
  report: ['decision'],
  metrics: [],
  http: ['contract', 'metrics', 'services', 'decision', 'config', 'log'],
  embed: ['contract', 'decision'],
  oidc: ['services', 'config'],
  delivery: ['services'],
  config: [],
  log: ['config'],
  compose: [
    'http',
    'metrics',
    'store',
    'oidc',
    'delivery',
    'models',
    'report',
    'contract',
    'services',
    'decision',
    'config',
    'log',
  ],
  commands: ['compose', 'contract', 'store', 'models', 'report', 'services', 'decision', 'config', 'log'],
  main: ['compose', 'models', 'store', 'services', 'config', 'log'],
};

/** Packages with homes: nobody else imports them. */
const HOMES: readonly (readonly [packages: RegExp, homes: readonly string[]])[] = [
  [/^(express|helmet|compression|swagger-ui-express|pino-http)$/, ['http']],
  [/^(@prisma\/.*|pg|better-sqlite3|rate-limiter-flexible)$/, ['store']],
  [/^lit$/, ['embed']],
  [/^prom-client$/, ['metrics']],
  [/^zod$/, ['contract', 'models', 'http', 'config']],
  [/^badge-maker$/, ['report']],
  [/^jose$/, ['services', 'oidc']],
  [/^ipaddr\.js$/, ['delivery']],
  [/^zod-openapi$/, ['contract']],
  [/^pino$/, ['log', 'http', 'compose']],
  [/^commander$/, ['commands']],
  [/^@modelcontextprotocol\//, ['http']],
  [/^node:(fs|fs\/promises)$/, ['models', 'store', 'http', 'contract', 'config', 'compose', 'commands']],
];

/** Who may write to a response, each for a reason. */
const SENDERS: Readonly<Record<string, string>> = {
  'http/send.ts': 'replies',
  'http/problem-sender.ts': 'problems',
  'http/client-error.ts': 'problems of what cannot be read, on the bare connection',
  'http/docs.ts': 'the page of Swagger UI, which is no operation of the contract',
  'http/metrics-endpoint.ts': 'metrics, which are no operation of the contract',
  'http/other-methods.ts': 'the empty reply to OPTIONS',
  'http/form/send-file.ts': 'files of the form, packed beforehand',
};

/** Longer than 200 lines, each for a reason. */
const LONG: Readonly<Record<string, string>> = {};

function roomOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** `path: line` of every line that matches, in files that pass. */
function linesMatching(pattern: RegExp, among: (file: SourceFile) => boolean): readonly string[] {
  return files.filter(among).flatMap(({ path, text }) =>
    code(text)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

/** The text without its comments; lines stay lines. */
function code(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, '')).replaceAll(/(^|\s)\/\/ .*$/gm, '');
}

describe('the import table', () => {
  it('is read from every form of import', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "import {\n  c,\n  type D,\n} from 'c';",
      "import 'node:e';",
      "export { f } from './f.ts';",
      "const g = await import('./g.ts');",
      'const h = "from \'./h.ts\'";',
    ];
    expect(importsOf('room/x.ts', text.join('\n'))).toEqual([
      { specifier: './a.ts', target: 'room/a.ts', typeOnly: false },
      { specifier: '../b.ts', target: 'b.ts', typeOnly: true },
      { specifier: 'c', target: undefined, typeOnly: false },
      { specifier: 'node:e', target: undefined, typeOnly: false },
      { specifier: './f.ts', target: 'room/f.ts', typeOnly: false },
      { specifier: './g.ts', target: 'room/g.ts', typeOnly: false },
    ]);
  });

  it('has a row for every room', () => {
    expect([...new Set(files.map(({ path }) => roomOf(path)))].filter((room) => MAY_IMPORT[room] === undefined)).toEqual([]);
  });

  it('is kept', () => {
    const trespasses = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target !== undefined && !mayImport(roomOf(path), roomOf(target)))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(trespasses).toEqual([]);
  });

  it('leads to files that are there', () => {
    const known = new Set(files.map(({ path }) => path));
    const lost = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target?.endsWith('.ts') && !target.includes('generated/') && !known.has(target))
        .map(({ specifier }) => `${path} imports ${specifier}`),
    );
    expect(lost).toEqual([]);
  });

  it('lets the form know types of the contract only', () => {
    const values = files
      .filter(({ path }) => roomOf(path) === 'embed')
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target, typeOnly }) => roomOf(target ?? '') === 'contract' && !typeOnly)
          .map(({ specifier }) => `${path} imports ${specifier}`),
      );
    expect(values).toEqual([]);
  });

  it('keeps packages at home, save for their types', () => {
    const strays = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ typeOnly }) => !typeOnly)
        .flatMap(({ specifier }) =>
          HOMES.filter(([packages, homes]) => packages.test(specifier) && !homes.includes(roomOf(path))).map(
            () => `${path} imports ${specifier}`,
          ),
        ),
    );
    expect(strays).toEqual([]);
  });

  it('has no circles', () => {
    expect(circles()).toEqual([]);
  });
});

describe('the pure core', () => {
  const inCore = ({ path }: SourceFile) => roomOf(path) === 'decision';

  it('imports nothing from outside its folder', () => {
    const foreign = files
      .filter(inCore)
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => target === undefined || roomOf(target) !== 'decision')
          .map(({ specifier }) => `${path} imports ${specifier}`),
      );
    expect(foreign).toEqual([]);
  });

  it('knows no clock, no chance, no environment and no promise, and neither do reports', () => {
    const impure =
      /\b(Date\.now|new Date|Math\.random|performance\.|process\.|globalThis|await|async|Promise|setTimeout|console\.)\b/;
    expect(linesMatching(impure, ({ path }) => ['decision', 'report'].includes(roomOf(path)))).toEqual([]);
  });

  it('does not know what is being decided', () => {
    expect(linesMatching(/gitops|ci\/?cd\b|kubernetes/i, inCore)).toEqual([]);
  });
});

describe('the house rules', () => {
  it('let only config.ts read the environment', () => {
    expect(linesMatching(/process\.env|\benv\b.*from 'node:process'/, ({ path }) => path !== 'config.ts')).toEqual([]);
  });

  it('let one file send replies and one send problems', () => {
    const sending =
      /\b(res|response)\.(status|sendStatus|send|json|end|write|writeHead|type|redirect|sendFile)\(|\b(res|response)\.statusCode = /;
    const lines = linesMatching(sending, ({ path }) => SENDERS[path] === undefined);
    expect(lines).toEqual([]);
  });

  it('keep SQL in the store', () => {
    const sql = /\b(SELECT .* FROM|INSERT INTO|DELETE FROM|CREATE TABLE|PRAGMA )\b|\$(queryRaw|executeRaw)|PrismaClient/;
    expect(linesMatching(sql, ({ path }) => roomOf(path) !== 'store')).toEqual([]);
  });

  it('keep files short', () => {
    const lengths = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(lengths.filter(({ path, lines }) => lines > 200 && LONG[path] === undefined)).toEqual([]);
    expect(Object.keys(LONG).filter((path) => !lengths.some((file) => file.path === path && file.lines > 200))).toEqual([]);
    expect(lengths.map(({ lines }) => lines).toSorted((one, other) => one - other)[Math.floor(files.length / 2)]).toBeLessThan(
      90,
    );
  });

  it('name files after what they hold', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|shared|index|lib|constants|types)(\.ts|\/)/;
    expect(
      [...files, ...tests].map(({ path }) => path).filter((path) => vague.test(path) || path !== path.toLowerCase()),
    ).toEqual([]);
  });

  it('describe every export in a sentence, schemas of the contract by their own descriptions', () => {
    const bare = files
      .filter(({ path }) => roomOf(path) !== 'embed' && !path.startsWith('contract/schemas/'))
      .flatMap(({ path, text }) => {
        const lines = text.split('\n');
        return lines.flatMap((line, index) => {
          const name = /^export (?:async |abstract |declare )*(?:function\*?|const|class|interface|type|enum) (\w+)/.exec(
            line,
          )?.[1];
          const described = /\*\/$|^export const /.test(lines[index - 1] ?? '');
          return name === undefined || described ? [] : [`${path}: ${name}`];
        });
      });
    expect(bare).toEqual([]);
  });

  it('name tests after what is so', () => {
    const obliged = tests.flatMap(({ path, text }) =>
      [...text.matchAll(/\(\s*['"`](should\b.*)/g)].map(([, name]) => `${path}: ${name}`),
    );
    expect(obliged).toEqual([]);
  });

  it('leave no test out and replace no module', () => {
    const pattern = /\b(it|test|describe)\.(only|skip|todo)\b|\bx(it|test|describe)\(|jest\.(mock|unstable_mockModule)\(/;
    expect(
      tests.filter(({ path, text }) => path !== 'architecture.test.ts' && pattern.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });
});

function mayImport(room: string, other: string): boolean {
  return room === other || (MAY_IMPORT[room] ?? []).includes(other);
}

/** Circles of files that import one another at run time, each as the path of imports that closes it. */
function circles(): readonly string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target, typeOnly }) => (target === undefined || typeOnly ? [] : [target])),
    ]),
  );
  const left = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' → ')];
    if (left.has(path)) return [];
    const found = (targets.get(path) ?? []).flatMap((target) => visit(target, [...trail, path]));
    left.add(path);
    return found;
  };
  return [...targets.keys()].flatMap((path) => visit(path, []));
}

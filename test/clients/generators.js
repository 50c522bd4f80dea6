// The generators that are tried, with the very commands that docs/clients.md has.

import { existsSync } from 'node:fs';

const JAR = 'node_modules/@openapitools/openapi-generator-cli/bin/openapi-generator.jar';

/**
 * @typedef {object} Generator
 * @property {string} name
 * @property {string} package whose version is shown
 * @property {string} needs the program that it runs on
 * @property {readonly string[]} command with its arguments; run in this folder
 * @property {string} output folder of what is generated
 * @property {string} [journey] the file that goes through the journey with it
 * @property {(id: string) => RegExp} operation how an operation is found in what is generated
 * @property {(name: string) => RegExp} model how a named object is found
 * @property {RegExp} [empty] a model without properties
 */

/** @param {string} id */
const snakeCase = (id) => id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** @param {string} id */
const pascalCase = (id) => id.charAt(0).toUpperCase() + id.slice(1);

/** @param {string} name */
const declared = (name) => new RegExp(`^export (?:interface|type) ${name}\\b`, 'm');

/**
 * openapi-generator 4.3.1, for a language.
 *
 * @param {string} language
 * @param {readonly string[]} options
 * @param {Pick<Generator, 'journey' | 'operation' | 'model' | 'empty'>} how
 * @returns {Generator}
 */
function openapiGenerator(language, options, how) {
  const output = `generated/openapi-generator/${language}`;
  return {
    name: `openapi-generator ${language}`,
    package: '@openapitools/openapi-generator-cli',
    needs: 'java',
    command: ['java', '-jar', JAR, 'generate', '-i', '../../openapi-3.0.json', '-g', language, '-o', output, ...options],
    output,
    ...how,
  };
}

/** @type {readonly Generator[]} */
export const GENERATORS = [
  {
    name: 'openapi-typescript',
    package: 'openapi-typescript',
    needs: 'node',
    command: ['openapi-typescript', '../../openapi.yaml', '-o', 'generated/openapi-typescript/schema.d.ts'],
    output: 'generated/openapi-typescript',
    journey: 'openapi-fetch',
    operation: (id) => new RegExp(`operations\\["${id}"\\]`),
    model: (name) => new RegExp(`^ {8}${name}: `, 'm'),
  },
  {
    name: '@hey-api/openapi-ts',
    package: '@hey-api/openapi-ts',
    needs: 'node',
    command: [
      'openapi-ts',
      '-i',
      '../../openapi.yaml',
      '-o',
      'generated/hey-api',
      '-c',
      '@hey-api/client-fetch',
      '--no-log-file',
    ],
    output: 'generated/hey-api',
    journey: 'hey-api',
    operation: (id) => new RegExp(`^export const ${id} = `, 'm'),
    model: declared,
  },
  {
    name: 'orval',
    package: 'orval',
    needs: 'node',
    command: ['orval', '--config', './orval.config.cjs'],
    output: 'generated/orval',
    journey: 'orval',
    operation: (id) => new RegExp(`^export const ${id} = `, 'm'),
    model: declared,
  },
  {
    name: 'swagger-typescript-api',
    package: 'swagger-typescript-api',
    needs: 'node',
    command: [
      ...['swagger-typescript-api', 'generate', '-p', '../../openapi.yaml', '-o', 'generated/swagger-typescript-api'],
      ...['-n', 'api.ts', '--module-name-first-tag', '--extract-request-params'],
    ],
    output: 'generated/swagger-typescript-api',
    journey: 'swagger-typescript-api',
    operation: (id) => new RegExp(`^ {4}${id}: \\(`, 'm'),
    model: declared,
  },
  openapiGenerator('typescript-fetch', ['--additional-properties=typescriptThreePlus=true', '--type-mappings=AnyType=any'], {
    journey: 'openapi-generator',
    operation: (id) => new RegExp(`async ${id}\\(`),
    model: declared,
  }),
  openapiGenerator('python', ['--package-name=delivery_advisor', '-DapiTests=false,modelTests=false'], {
    journey: 'journey.py',
    operation: (id) => new RegExp(`def ${snakeCase(id)}\\(`),
    model: (name) => new RegExp(`^class ${name}\\(object\\)`, 'm'),
    empty: /openapi_types = \{\s*\}/,
  }),
  openapiGenerator('java', ['--additional-properties=dateLibrary=java8,hideGenerationTimestamp=true'], {
    operation: (id) => new RegExp(`public \\w+(?:<[^>]+>)? ${id}\\(|public void ${id}\\(`),
    model: (name) => new RegExp(`^public (?:class|enum) ${name}\\b`, 'm'),
    empty: /^public class \w+[^{]*\{(?![\s\S]*^ {2}private )/m,
  }),
  openapiGenerator('go', ['--package-name=deliveryadvisor'], {
    operation: (id) => new RegExp(`\\) ${pascalCase(id)}\\(`),
    model: (name) => new RegExp(`^type ${name} (?:struct|string)\\b`, 'm'),
    empty: /^type \w+ struct \{\s*\}/m,
  }),
];

/** Whether a generator makes TypeScript. @param {Generator} generator */
export function isTypeScript({ journey = '' }) {
  return journey !== '' && existsSync(new URL(`journeys/${journey}.ts`, import.meta.url));
}

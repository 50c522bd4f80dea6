import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Modules that have to be the very ones of the runner, which the bundle therefore does not contain. */
const SHARED = { '@jest/globals': './jest-globals.js', 'fast-check': './few-checks.js' };

/** Where the bundle lies, below the folder that it is made from, so that it finds its packages. */
const BUNDLE = 'mutation-tests.mjs';

/**
 * Makes one module of tests and of all sources that they need, packages excepted: importing it again under another
 * address takes milliseconds and starts from nothing, as if each time a new process did.
 *
 * Which tests.
 *
 * @typedef {object} Choice
 * @property {readonly string[]} paths folders and files
 * @property {readonly string[]} without files that are left out
 *
 * @param {Choice} choice
 * @returns {Promise<{ readonly url: string, readonly files: readonly string[] }>} its address, and the files of tests by
 * whose names it exports functions that load them
 */
export async function bundleTests({ paths, without }) {
  const files = paths.flatMap(testFiles).filter((file) => !without.includes(file));
  const loads = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`);
  await build({
    stdin: { contents: `export default {\n${loads.join('\n')}\n};`, resolveDir: process.cwd() },
    // Stryker changes the working directory after esbuild has noted it.
    absWorkingDir: process.cwd(),
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
    plugins: [
      { name: 'shared modules', setup: shareModules },
      { name: 'own addresses', setup: keepAddresses },
    ],
  });
  return { url: pathToFileURL(BUNDLE).href, files };
}

/**
 * Files of tests at or below a path, examples before laws, which take longer to find what is wrong.
 *
 * @param {string} path
 */
function testFiles(path) {
  if (statSync(path).isFile()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts'));
  const isLaw = (/** @type {string} */ name) => Number(name.endsWith('.property.test.ts'));
  return files.toSorted((one, other) => isLaw(one) - isLaw(other)).map((name) => join(path, name));
}

/** @param {import('esbuild').PluginBuild} bundling */
function shareModules(bundling) {
  for (const [name, file] of Object.entries(SHARED)) {
    const path = new URL(file, import.meta.url).href;
    bundling.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path, external: true }));
  }
}

/**
 * A module that reads files beside it asks for its own address, which in a bundle would be that of the bundle.
 *
 * @param {import('esbuild').PluginBuild} bundling
 */
function keepAddresses(bundling) {
  bundling.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
    const text = await readFile(path, 'utf8');
    return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
  });
}

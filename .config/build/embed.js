// The form for the browser: one file for the element, one for each page, made from src/embed. Run by itself
// (`npm run size`) it says how large the element is, and fails when that is too much.

import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { argv, exit, stdout } from 'node:process';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { minified } from './minified.js';
import { filesBelow, fingerprint, isStamped, writeStamp } from './stamp.js';

/** Bytes that the element may have once it is packed by gzip: 30 KiB. */
const LARGEST = 30 * 1024;

/** Where the service finds what it serves. */
const FORM = 'dist/embed';

const ELEMENT = 'delivery-advisor.js';
const TARGET = 'es2022';
const PAGES = 'src/embed/page';
const EXAMPLES = 'src/embed/examples';

/** Scripts by their names in the output. Those that other sites load are listed with their hashes. */
const PUBLIC_SCRIPTS = { 'delivery-advisor': 'src/embed/define.ts', 'frame-host': `${PAGES}/frame/frame-host.ts` };
const PAGE_SCRIPTS = { hosted: `${PAGES}/hosted/hosted.ts`, frame: `${PAGES}/frame/frame.ts` };

/** How Lit calls what is only its own: no other copy of Lit has a say in the form, so that shorter names will do. */
const OF_LIT = /^_\$/;

/** How a file that is no module gets into the output: as it is, or without what only people need. */
const READERS = { '.html': readAsIs, '.svg': readAsIs, '.css': minifiedCss };

/**
 * Makes a folder with everything that the browser loads, unless it is there already; tells whether it was made.
 *
 * @param {string} [folder] its contents are replaced
 */
export async function buildForm(folder = FORM) {
  const stamp = join(folder, '.stamp');
  const print = await fingerprint(await inputs());
  if (await isStamped(stamp, print)) return false;
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await fill(fresh);
  await writeStamp(join(fresh, '.stamp'), print);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return true;
}

/** @param {string} folder */
async function fill(folder) {
  await mkdir(join(folder, 'examples'), { recursive: true });
  await bundle(folder);
  for (const path of await filesBelow(PAGES)) await writePagePart(path, folder);
  for (const path of await filesBelow(EXAMPLES)) await copyFile(path, join(folder, 'examples', basename(path)));
  await writeIntegrity(folder);
}

/** The form knows the engine's types and its compiler of conditions; its packages follow from the lock file. */
async function inputs() {
  const folders = await Promise.all(['.config/build', 'src/decision', 'src/embed'].map(filesBelow));
  return [...folders.flat(), 'package-lock.json', 'package.json', 'tsconfig.json'];
}

/** @param {string} folder */
async function bundle(folder) {
  const { outputFiles } = await build({
    entryPoints: { ...PUBLIC_SCRIPTS, ...PAGE_SCRIPTS },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'eof',
    mangleProps: OF_LIT,
    tsconfig: 'src/embed/tsconfig.json',
    plugins: [{ name: 'css-as-text', setup: (esbuild) => esbuild.onLoad({ filter: /\.css$/ }, cssAsText) }],
    logLevel: 'warning',
    write: false,
  });
  for (const { path, text } of outputFiles) await writeFile(path, await minified(text));
}

/** @param {{ readonly path: string }} file */
async function cssAsText({ path }) {
  return { contents: await minifiedCss(path), loader: /** @type {const} */ ('text') };
}

/** @param {string} path */
async function minifiedCss(path) {
  const { code } = await transform(await readFile(path, 'utf8'), {
    loader: 'css',
    minify: true,
    target: TARGET,
    charset: 'utf8',
  });
  return code.trim();
}

/** @param {string} path */
async function readAsIs(path) {
  return readFile(path, 'utf8');
}

/**
 * @param {string} path
 * @param {string} folder
 */
async function writePagePart(path, folder) {
  const read = Object.entries(READERS).find(([extension]) => extension === extname(path))?.[1];
  if (read !== undefined) await writeFile(join(folder, basename(path)), await read(path));
}

/**
 * Notes the hashes by which pages can insist on the very files of this version (Subresource Integrity).
 *
 * @param {string} folder
 */
async function writeIntegrity(folder) {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of Object.keys(PUBLIC_SCRIPTS).map((script) => `${script}.js`)) {
    const hash = createHash('sha384').update(await readFile(join(folder, name)));
    files[name] = `sha384-${hash.digest('base64')}`;
  }
  await writeFile(join(folder, 'integrity.json'), `${JSON.stringify({ version, files }, undefined, 2)}\n`);
}

/** How large the element is as it was built, plain and on its way. */
export async function formSize() {
  const bytes = await readFile(join(FORM, ELEMENT));
  const packed = gzipSync(bytes, { level: 9 }).length;
  return { packed, text: `${ELEMENT}: ${bytes.length} bytes, packed by gzip ${packed} of at most ${LARGEST}\n` };
}

if (argv[1] !== undefined && realpathSync(argv[1]) === import.meta.filename) {
  await buildForm();
  const { packed, text } = await formSize();
  stdout.write(text);
  exit(packed > LARGEST ? 1 : 0);
}

// Writes what is documented of the figures, and compares it.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { keptFigures } from './kept-figures.js';
import { notesIn } from './notes.js';
import { performanceFiles } from './page.js';
import { parts } from './parts.js';

const DOCS = new URL('../../../docs/', import.meta.url);
const PAGE = 'performance.md';
const IMAGES = 'images/performance/';

/** The documents as they follow from the figures that are kept; what people wrote into the page stays. */
function documents() {
  const kept = keptFigures();
  const chapters = Object.entries(parts).flatMap(([name, part]) => {
    return kept[name] === undefined ? [] : [{ name, ...part, ...kept[name] }];
  });
  return performanceFiles(chapters, notesIn(textOf(PAGE)));
}

/** Writes the documents anew and removes pictures of what is measured no more. */
export function writeDocuments() {
  mkdirSync(new URL(IMAGES, DOCS), { recursive: true });
  const files = documents();
  for (const [path, text] of files) writeFileSync(new URL(path, DOCS), text);
  for (const path of strays(files)) rmSync(new URL(path, DOCS));
}

/** The paths of documents that do not say what is kept, or that nothing is kept of. */
export function staleDocuments() {
  const files = documents();
  return [...files].flatMap(([path, text]) => (textOf(path) === text ? [] : [path])).concat(strays(files));
}

/** @param {ReadonlyMap<string, string>} files */
function strays(files) {
  const folder = new URL(IMAGES, DOCS);
  const there = existsSync(folder) ? readdirSync(folder) : [];
  return there.map((name) => `${IMAGES}${name}`).filter((path) => !files.has(path));
}

/** @param {string} path below docs */
function textOf(path) {
  const file = new URL(path, DOCS);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

import { fileURLToPath } from 'node:url';
import type { ModelCatalogue } from '../services/model-catalogue.ts';
import { catalogueOf } from './catalogue.ts';
import { type ModelFile, modelFiles } from './model-files.ts';
import { ModelsRefused } from './models-refused.ts';
import { isError, type Shelf, shelve } from './shelf.ts';

/** The directory of the models that come with the service. */
export const BUILT_IN_MODELS: string = fileURLToPath(new URL('.', import.meta.url));

/** Where models are looked for: those that come with the service, then those of the organisation. */
export function modelDirectories(own: string | undefined): readonly string[] {
  return [BUILT_IN_MODELS, ...(own === undefined ? [] : [own])];
}

/** What loading needs of a logger. */
export interface WarningLog {
  warn(details: object, message: string): void;
}

/** Where decision models are; later directories add to earlier ones. */
export interface CatalogueSources {
  readonly directories: readonly string[];
  readonly log: WarningLog;
}

/**
 * Reads, checks and freezes every decision model in the directories, and logs the warnings about them.
 *
 * @throws ModelsRefused with everything that is wrong in any file, and with versions that are there twice.
 */
export function loadCatalogue({ directories, log }: CatalogueSources): ModelCatalogue {
  const seen = new Set<string>();
  const shelf = shelve(directories.flatMap((directory) => filesIn(directory, seen, log)));
  warnOf(shelf, log);
  const refused = shelf.findings.filter(({ findings }) => findings.some(isError));
  if (refused.length > 0) throw new ModelsRefused(refused);
  return catalogueOf(shelf.models.map(({ model }) => model));
}

/** Warnings about models that are served; those about models that are not come with their errors. */
function warnOf({ findings: all }: Shelf, log: WarningLog): void {
  for (const { file, findings } of all) {
    if (findings.some(isError)) continue;
    for (const { path, code, message } of findings) log.warn({ file, path, code }, message);
  }
}

function filesIn(directory: string, seen: Set<string>, log: WarningLog): readonly ModelFile[] {
  const files = [...modelFiles(directory, seen)];
  if (files.length === 0) log.warn({ directory }, 'There is no decision model in this directory.');
  return files;
}

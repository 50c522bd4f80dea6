import { fileURLToPath } from 'node:url';
import type { CataloguedModel, ModelCatalogue } from '../services/model-catalogue.ts';
import { catalogueOf, nameOf } from './catalogue.ts';
import { type ModelFile, modelFiles } from './model-files.ts';
import { type FileFindings, ModelsRefused } from './models-refused.ts';
import { type ModelReading, readModel } from './read-model.ts';

/** The directory of the models that come with the service. */
export const BUILT_IN_MODELS: string = fileURLToPath(new URL('.', import.meta.url));

/** What loading needs of a logger. */
export interface WarningLog {
  warn(details: object, message: string): void;
}

/** Where decision models are; later directories add to earlier ones. */
export interface CatalogueSources {
  readonly directories: readonly string[];
  readonly log: WarningLog;
}

interface Shelved {
  readonly file: string;
  readonly model: CataloguedModel;
}

/**
 * Reads, checks and freezes every decision model in the directories, and logs the warnings about them.
 *
 * @throws ModelsRefused with everything that is wrong in any file, and with versions that are there twice.
 */
export function loadCatalogue({ directories, log }: CatalogueSources): ModelCatalogue {
  const seen = new Set<string>();
  const files = directories.flatMap((directory) => filesIn(directory, seen, log));
  const shelf: Shelved[] = [];
  const refused: FileFindings[] = [];
  for (const file of files) {
    const reading: ModelReading = 'findings' in file ? file : readModel(file.text, file.format);
    if ('findings' in reading) refused.push({ file: file.file, findings: reading.findings });
    else shelf.push({ file: file.file, model: reading.model });
    for (const warning of 'warnings' in reading ? reading.warnings : []) {
      log.warn({ file: file.file, path: warning.path, code: warning.code }, warning.message);
    }
  }
  refused.push(...doubles(shelf));
  if (refused.length > 0) throw new ModelsRefused(refused);
  return catalogueOf(shelf.map(({ model }) => model));
}

function filesIn(directory: string, seen: Set<string>, log: WarningLog): readonly ModelFile[] {
  const files = [...modelFiles(directory, seen)];
  if (files.length === 0) log.warn({ directory }, 'There is no decision model in this directory.');
  return files;
}

/** A version that two files claim is an error even when they agree: they would not for long. */
function doubles(shelf: readonly Shelved[]): readonly FileFindings[] {
  const first = new Map<string, string>();
  return shelf.flatMap(({ file, model }) => {
    const name = nameOf(model);
    const other = first.get(name);
    if (other === undefined) first.set(name, file);
    return other === undefined ? [] : [{ file, findings: [doubleOf(name, other)] }];
  });
}

function doubleOf(name: string, other: string) {
  const message = `${name} is already in ${other}. Give one of the two another version, or move it away.`;
  return { severity: 'error', path: '/version', code: 'duplicate-version', message } as const;
}

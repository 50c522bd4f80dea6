import { existsSync, readFileSync } from 'node:fs';
import { builtInFile } from '../../models/built-in.ts';
import { type ModelFile, modelFilesAt } from '../../models/model-files.ts';
import { doubleOf, isError, type Shelf, type ShelvedModel, shelve } from '../../models/shelf.ts';
import type { PlacedFinding } from '../../models/text/place.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { type FileFinding, located } from '../file-finding.ts';

/** What checking some files and directories has found. */
export interface CheckReport {
  /** How many files were looked at. */
  readonly files: number;
  /** The models that the service would serve, as far as each of them is concerned. */
  readonly models: readonly CheckedModel[];
  readonly errors: number;
  readonly warnings: number;
  /** By file, in its order. */
  readonly findings: readonly FileFinding[];
}

/** A model that is in order. */
export interface CheckedModel {
  readonly file: string;
  readonly id: string;
  readonly version: string;
  readonly contentHash: string;
}

/**
 * Checks models as the service does when it starts with them in MODELS_DIR.
 *
 * @param places files, and directories with everything below them.
 * @throws CommandFailure where a place is not there, or no model is in any of them: a gate that checks nothing must not open.
 */
export function check(places: readonly string[]): CheckReport {
  const lost = places.filter((place) => !existsSync(place));
  if (lost.length > 0) throw new CommandFailure(EXIT.missing, lost.map((place) => `${place}: there is no such file.`).join('\n'));
  const seen = new Set<string>();
  const files = places.flatMap((place) => [...modelFilesAt(place, seen)]);
  if (files.length === 0) throw new CommandFailure(EXIT.missing, `There is no decision model in ${places.join(', ')}.`);
  const shelf = shelve(files);
  const findings = allFindings(files, shelf);
  const errors = findings.filter(isError).length;
  return { files: files.length, models: inOrder(shelf, findings), errors, warnings: findings.length - errors, findings };
}

function allFindings(files: readonly ModelFile[], shelf: Shelf): readonly FileFinding[] {
  const all = [...shelf.findings, ...shelf.models.flatMap(doubleOfBuiltIn)];
  return files.flatMap((entry) => {
    const own = all.filter(({ file }) => file === entry.file).flatMap(({ findings }) => findings);
    return located({ file: entry.file, ...('text' in entry && { text: entry.text }) }, own);
  });
}

function inOrder({ models }: Shelf, findings: readonly FileFinding[]): readonly CheckedModel[] {
  const refused = new Set(findings.filter(isError).map(({ file }) => file));
  return models
    .filter(({ file }) => !refused.has(file))
    .map(({ file, model: { contentHash, compiled } }) => {
      const { id, version } = compiled.document;
      return { file, id, version, contentHash };
    });
}

const COPY = 'This is a copy of a model that the service has itself; in MODELS_DIR it would stop the start.';

/** The service has its own models beside those of MODELS_DIR. A copy of one is no mistake, but could not be put there. */
function doubleOfBuiltIn({ file, model }: ShelvedModel): readonly { file: string; findings: readonly PlacedFinding[] }[] {
  const { id, version } = model.compiled.document;
  const other = builtInFile(id, version);
  if (other === undefined) return [];
  const isCopy = readFileSync(file).equals(readFileSync(other));
  const { message, ...double } = doubleOf(`${id} ${version}`, 'the service itself');
  const finding = isCopy ? ({ ...double, severity: 'warning', message: COPY } as const) : { ...double, message };
  return [{ file, findings: [finding] }];
}

import type { CataloguedModel } from '../services/model-catalogue.ts';
import { nameOf } from './catalogue.ts';
import type { ModelFile } from './model-files.ts';
import type { FileFindings } from './models-refused.ts';
import { readModel } from './read-model.ts';
import type { PlacedFinding } from './text/place.ts';

/** The models out of some files, and everything there is to say about these files, good models included. */
export interface Shelf {
  readonly models: readonly ShelvedModel[];
  readonly findings: readonly FileFindings[];
}

/** A model and the file it was read from. */
export interface ShelvedModel {
  readonly file: string;
  readonly model: CataloguedModel;
}

/** Reads and checks every file. A version that two of them claim is an error even when they agree: they would not for long. */
export function shelve(files: readonly ModelFile[]): Shelf {
  const models: ShelvedModel[] = [];
  const findings: FileFindings[] = [];
  for (const entry of files) {
    const { file } = entry;
    const reading = 'findings' in entry ? entry : readModel(entry.text, entry.format);
    if ('model' in reading) models.push({ file, model: reading.model });
    const found = 'model' in reading ? reading.warnings : reading.findings;
    if (found.length > 0) findings.push({ file, findings: found });
  }
  return { models, findings: [...findings, ...doubles(models)] };
}

/** Whether a finding refuses the model. */
export function isError({ severity }: Pick<PlacedFinding, 'severity'>): boolean {
  return severity === 'error';
}

function doubles(shelf: readonly ShelvedModel[]): readonly FileFindings[] {
  const first = new Map<string, string>();
  return shelf.flatMap(({ file, model }) => {
    const name = nameOf(model);
    const other = first.get(name);
    if (other === undefined) first.set(name, file);
    return other === undefined ? [] : [{ file, findings: [doubleOf(name, other)] }];
  });
}

/** What there is to say about a version that another file has already. */
export function doubleOf(name: string, other: string): PlacedFinding {
  const message = `${name} is already in ${other}. Give one of the two another version, or move it away.`;
  return { severity: 'error', path: '/version', code: 'duplicate-version', message };
}

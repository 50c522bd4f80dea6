import { existsSync } from 'node:fs';
import type { DecisionModel } from '../../decision/model/document.ts';
import { builtInIds, builtInModel, builtInVersions } from '../../models/built-in.ts';
import { catalogueOf, nameOf } from '../../models/catalogue.ts';
import { type ModelFile, modelFiles, modelFilesAt } from '../../models/model-files.ts';
import { isError, shelve } from '../../models/shelf.ts';
import type { CataloguedModel, ModelCatalogue } from '../../services/model-catalogue.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { findingLine, located } from '../file-finding.ts';

/** Which model is meant. */
export interface ModelChoice {
  /** An id, or the path of a file: what holds a slash or ends like one. */
  readonly model: string;
  readonly version?: string;
  /** A directory of models beside those of the service. */
  readonly directory?: string;
}

/** A model, in a catalogue that need not hold any other. */
export interface ChosenModel {
  readonly id: string;
  readonly version: string;
  readonly document: DecisionModel;
  readonly catalogue: ModelCatalogue;
}

/**
 * Finds a model without reading more than is needed. What comes with the service is known to be in order; all else is
 * checked first.
 *
 * @throws CommandFailure when a file is not there or wrong, or there is no such model.
 */
export function chosenModel(choice: ModelChoice): ChosenModel {
  const models = isPath(choice.model) ? modelIn(choice.model) : modelsCalled(choice);
  const catalogue = catalogueOf(models);
  const id = isPath(choice.model) ? (catalogue.list()[0]?.id ?? '') : choice.model;
  const found = catalogue.find(id, choice.version);
  if (found === undefined) throw new CommandFailure(EXIT.usage, whyNot(id, choice, catalogue));
  const { document } = found.compiled;
  return { id, version: document.version, document, catalogue };
}

function modelIn(file: string): readonly CataloguedModel[] {
  const [only] = modelsInOrder([...modelFilesAt(present(file), new Set())]);
  if (only === undefined) throw new CommandFailure(EXIT.missing, `There is no decision model in ${file}.`);
  return [only];
}

/** Those of a directory, and beside them the one that comes with the service under this name. */
function modelsCalled({ model, version, directory }: ModelChoice): readonly CataloguedModel[] {
  const own = directory === undefined ? [] : modelsInOrder([...modelFiles(present(directory), new Set())]);
  const builtIn = builtInModel(model, version);
  if (builtIn === undefined || own.some((one) => nameOf(one) === nameOf(builtIn))) return own;
  return [...own, builtIn];
}

function whyNot(id: string, { version }: ModelChoice, catalogue: ModelCatalogue): string {
  const own = catalogue.list();
  const versions = [...new Set([...builtInVersions(id), ...(own.find((one) => one.id === id)?.versions ?? [])])];
  if (versions.length > 0) return `There is no version ${version} of ${id}; there are ${versions.join(', ')}.`;
  const ids = [...new Set([...builtInIds(), ...own.map((one) => one.id)])];
  return `There is no model ${id}; there are ${ids.join(', ')}. A file is named by its path, such as ./${id}.yaml.`;
}

function isPath(model: string): boolean {
  return /[/\\]|\.(ya?ml|json)$/i.test(model);
}

function present(place: string): string {
  if (existsSync(place)) return place;
  throw new CommandFailure(EXIT.missing, `${place}: there is no such file.`);
}

/** Models of which none is wrong: one that is would be served by no service either. */
function modelsInOrder(files: readonly ModelFile[]): readonly CataloguedModel[] {
  const { models, findings } = shelve(files);
  const lines = findings.flatMap((entry) => {
    const text = files.find(({ file }) => file === entry.file);
    const source = { file: entry.file, ...(text !== undefined && 'text' in text && { text: text.text }) };
    return located(source, entry.findings.filter(isError)).map(findingLine);
  });
  if (lines.length > 0) throw new CommandFailure(EXIT.data, lines.join('\n'));
  return models.map(({ model }) => model);
}

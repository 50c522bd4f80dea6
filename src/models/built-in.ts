import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rsort, valid } from 'semver';
import type { CataloguedModel } from '../services/model-catalogue.ts';
import { BUILT_IN_MODELS } from './load-catalogue.ts';
import { readCheckedModel } from './read-model.ts';

/** Ids of the models that come with the service: each has a directory of that name, with a file for each version. */
export function builtInIds(): readonly string[] {
  const entries = readdirSync(BUILT_IN_MODELS, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() && builtInVersions(entry.name).length > 0 ? [entry.name] : []));
}

/** One model that comes with the service, the latest version when none is named; no other model is read. */
export function builtInModel(id: string, version = builtInVersions(id)[0]): CataloguedModel | undefined {
  const file = version === undefined ? undefined : builtInFile(id, version);
  return file === undefined ? undefined : readCheckedModel(readFileSync(file, 'utf8'), 'yaml');
}

/** The file of a version that comes with the service. */
export function builtInFile(id: string, version: string): string | undefined {
  const file = join(BUILT_IN_MODELS, id, `${version}.yaml`);
  return valid(version) !== null && builtInIds().includes(id) && existsSync(file) ? file : undefined;
}

/** The versions that come with the service, newest first. */
export function builtInVersions(id: string): readonly string[] {
  const folder = join(BUILT_IN_MODELS, id);
  const names = /^[a-z0-9-]+$/.test(id) && existsSync(folder) ? readdirSync(folder) : [];
  return rsort(names.flatMap((name) => valid(/^(.+)\.yaml$/.exec(name)?.[1]) ?? []));
}

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A decision that has nothing to do with delivery, as small as a model can be. */
function lunch(version: string) {
  return {
    id: 'lunch',
    version,
    title: 'Where to have lunch?',
    alternatives: [
      { id: 'canteen', title: 'Canteen' },
      { id: 'park', title: 'Park' },
    ],
    criteria: [{ id: 'weather', title: 'Weather', weight: 1, scale: 3 }],
    questions: [{ id: 'rain', type: 'boolean', text: 'Does it rain?', criteria: ['weather'], core: true }],
    rules: [
      {
        id: 'wet',
        criterion: 'weather',
        when: { question: 'rain', is: true },
        points: { canteen: 3 },
        because: 'It is dry inside.',
      },
      { id: 'dry', criterion: 'weather', when: { question: 'rain', is: false }, points: { park: 3 }, because: 'The sun shines.' },
    ],
  };
}

/** A directory with a file for each version of the model. */
export async function lunchModels(...versions: readonly string[]): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'delivery-advisor-models-'));
  await Promise.all(
    versions.map((version) => writeFile(join(directory, `lunch-${version}.json`), JSON.stringify(lunch(version)))),
  );
  return directory;
}

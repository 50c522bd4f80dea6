// `npm run openapi:examples`: asks the service as it was built for the examples of the specification, and keeps them.

import { readdir, rm, writeFile } from 'node:fs/promises';
import { openAdministration } from '../../dist/compose/administration.js';
import { compose } from '../../dist/compose.js';
import { OPERATIONS as operations } from '../../dist/contract/operations.js';
import { createLog } from '../../dist/log.js';
import { PERMISSIONS as permissions } from '../../dist/services/identity/caller.js';
import { record } from '../../test/contract/examples/recorder.js';
import { EXAMPLES } from './read-examples.js';

const { examples, problems } = await record({ compose, openAdministration, createLog, operations, permissions });
const files = new Map([['problems.json', problems]]);
for (const [id, list] of Object.entries(examples)) {
  const { tag } =
    /** @type {Readonly<Record<string, import('../../src/contract/operation.ts').Operation>>} */ (operations)[id] ?? {};
  const file = `${tag?.toLowerCase().replaceAll(' ', '-')}.json`;
  files.set(file, { ...files.get(file), [id]: list });
}
for (const file of await readdir(EXAMPLES)) if (!files.has(file)) await rm(`${EXAMPLES}/${file}`);
for (const [file, content] of files) await writeFile(`${EXAMPLES}/${file}`, `${JSON.stringify(content, undefined, 1)}\n`);

import { expect, it } from '@jest/globals';
import { readExamples } from '../../.config/build/read-examples.js';
import { openAdministration } from '../../src/compose/administration.ts';
import { compose } from '../../src/compose.ts';
import { OPERATIONS as operations } from '../../src/contract/operations.ts';
import { createLog } from '../../src/log.ts';
import { PERMISSIONS as permissions } from '../../src/services/identity/caller.ts';
import { record } from '../contract/examples/recorder.js';

it('replies today what the examples of the specification show: `npm run openapi:examples` asks it again', async () => {
  expect(await record({ compose, openAdministration, createLog, operations, permissions })).toEqual(readExamples());
});

// `npm run openapi`: writes openapi.yaml and openapi-3.0.json from the contract, as it was built.

import { writeFile } from 'node:fs/promises';
import { olderOpenapiJson, openapiYaml } from '../../dist/contract/openapi.js';
import { readExamples } from './read-examples.js';

const recorded = readExamples();
await writeFile('openapi.yaml', openapiYaml(recorded));
await writeFile('openapi-3.0.json', olderOpenapiJson(recorded));

// `npm run openapi`: writes openapi.yaml and openapi-3.0.json from the contract, as it was built.

import { writeFile } from 'node:fs/promises';
import { olderOpenapiJson, openapiYaml } from '../../dist/contract/openapi.js';

await writeFile('openapi.yaml', openapiYaml());
await writeFile('openapi-3.0.json', olderOpenapiJson());

// `npm run openapi`: writes openapi.yaml from the contract, as it was built.

import { writeFile } from 'node:fs/promises';
import { openapiYaml } from '../../dist/contract/openapi.js';

await writeFile('openapi.yaml', openapiYaml());

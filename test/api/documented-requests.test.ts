import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { excerptOf } from '../excerpt.ts';
import { modelDirectory } from '../models/model-directory.ts';
import { PROJECT } from '../source-tree.ts';
import { type ServiceUnderTest, startService } from './service-under-test.ts';

/** A request on a page of the documentation, and the reply shown below it. */
interface Exchange {
  readonly address: string;
  readonly body: string;
  readonly reply: string;
}

const models = modelDirectory({ 'commute.yaml': textOf('docs/models.md').match(/^```yaml\n([\s\S]*?)^```$/m)?.[1] ?? '' });

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService({ modelsDir: models });
});
afterAll(async () => {
  await service.discard();
  rmSync(models, { recursive: true });
});

describe.each(['README.md', 'docs/explanations.md'])('%s', (page) => {
  it('shows a reply to every request', () => {
    expect(exchanges(page)).toHaveLength([...textOf(page).matchAll(/^curl /gm)].length);
  });

  it.each(exchanges(page))('shows what $address replies to $body', async ({ address, body, reply }) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(service.url + address, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(excerptOf(JSON.parse(reply)));
  });
});

function textOf(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

/** Every block with a request that is followed by a block with its reply. */
function exchanges(page: string): readonly Exchange[] {
  const pattern = /^```sh\ncurl -s '?http:\/\/localhost:3000([^\s']*)'? [^`]*-d '([^']*)'\n```[^`]*^```json\n([^`]*)^```$/gm;
  return [...textOf(page).matchAll(pattern)].map(([, address = '', body = '', shown = '']) => ({ address, body, reply: shown }));
}

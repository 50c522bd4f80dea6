import { join } from 'node:path';
import { build } from 'esbuild';
import { PROJECT } from '../source-tree.ts';
import type { Backstage } from './backstage-stand-ins.tsx';

const PORTALS = join(PROJECT, 'test/portals');

/**
 * The script of a page with the card of the guide.
 *
 * @param service in the place of the one in the guide.
 * @param backstage what the portal around the card knows.
 */
export async function cardScript(service: string, backstage: Backstage): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(PORTALS, 'entity-page.tsx')],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    banner: { js: `globalThis.backstage = ${JSON.stringify(backstage)};` },
    alias: Object.fromEntries(STOOD_IN_FOR.map((name) => [`@backstage/${name}`, join(PORTALS, 'backstage-stand-ins.tsx')])),
  });
  return (outputFiles[0]?.text ?? '').replaceAll('https://advisor.example.org', service);
}

const STOOD_IN_FOR = ['catalog-model', 'core-components', 'core-plugin-api', 'plugin-catalog-react'];

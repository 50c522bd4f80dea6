import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATIONS } from '../../../src/contract/operations.ts';
import { TOOLS, type ToolName } from '../../../src/contract/tools.ts';
import { excerptOf } from '../../excerpt.ts';
import { PROJECT } from '../../source-tree.ts';
import { type ServiceUnderTest, startService } from '../service-under-test.ts';
import { connect } from './assistant.ts';

const guide = readFileSync(join(PROJECT, 'docs/assistants.md'), 'utf8');
const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
const blocks = [...guide.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text = '']) => JSON.parse(text));

let service: ServiceUnderTest;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.discard());

describe('the guide to assistants', () => {
  it('has configurations with an address at which an assistant finds its tools', async () => {
    const [project, editor, cursor] = blocks;
    const [, inReadme = ''] = /## Assistants[\s\S]*?^```json\n([\s\S]*?)^```$/m.exec(readme) ?? [];
    const entries = [project.mcpServers, editor.servers, cursor.mcpServers, JSON.parse(inReadme).mcpServers];
    for (const { 'delivery-advisor': entry } of entries) {
      expect(new URL(entry.url).origin).toBe('http://localhost:3000');
      const assistant = await connect(new URL(new URL(entry.url).pathname, service.url).href, 'stateless');
      expect(await assistant.tools()).toContain('next_question');
      await assistant.leave();
    }
  });

  it('shows what the service replies', async () => {
    const [, body = ''] = /-d '(\{"jsonrpc".*\})'$/m.exec(guide) ?? [];
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${service.url}/mcp`, { method: 'POST', headers, body });
    expect(await response.json()).toEqual(excerptOf(blocks[3]));
  });

  it('lists every tool with the permission that it needs, and no other', () => {
    const listed = [...guide.matchAll(/^\| `([a-z_]+)` \| .* \| `([a-z:]+)` \|$/gm)].map(([, name, permission]) => [
      name,
      permission,
    ]);
    const there = (Object.keys(TOOLS) as ToolName[]).map((name) => [name, OPERATIONS[TOOLS[name].operation].access.permission]);
    expect(listed).toEqual(there);
  });

  it('makes a key that may do all of it', () => {
    const [, permissions = ''] = /--permissions (\S+)/.exec(guide) ?? [];
    const needed = new Set((Object.keys(TOOLS) as ToolName[]).map((name) => OPERATIONS[TOOLS[name].operation].access.permission));
    expect(permissions.split(',').toSorted()).toEqual([...needed].toSorted());
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Operation } from '../../src/contract/operation.ts';
import { OPERATIONS, type OperationId } from '../../src/contract/operations.ts';
import type { CallerKind } from './access/caller-kind.ts';
import { KEY_HOLDERS } from './access/key-holders.ts';
import { type Lab, type OpenedThings, startLab } from './access/lab.ts';
import { TOKEN_HOLDERS } from './access/token-holders.ts';
import type { Client } from './client.ts';
import { goodCalls } from './good-calls.ts';

const ids = Object.keys(OPERATIONS) as OperationId[];

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.discard());

describe.each(Object.entries({ ...KEY_HOLDERS, ...TOKEN_HOLDERS }))('%s', (name, kind) => {
  const shown = new Map<string, Promise<string | undefined>>();

  it.each(ids)('is answered by %s as the contract has it', async (id) => {
    const operation: Operation = OPERATIONS[id];
    const expected = kind.expected(operation);
    const things = expected === 'carried out' && changesThings(operation) ? await lab.newThings() : lab.made;
    const client = await clientOf(operation, things);
    const { status } = await client.call(id, goodCalls(things)[id]);
    expect(expected === 'carried out' ? Object.keys(operation.replies).map(Number) : [expected]).toContain(status);
  });

  async function clientOf(operation: Operation, things: OpenedThings): Promise<Client> {
    const about = kind.hangsOn?.(operation, things) ?? name;
    const credential = shown.get(about) ?? credentialOf(kind, operation, things);
    shown.set(about, credential);
    const text = await credential;
    return text === undefined ? lab.service.asStranger(lab.checker) : lab.service.as(text, lab.checker, kind.origin);
  }
});

async function credentialOf(kind: CallerKind, operation: Operation, things: OpenedThings): Promise<string | undefined> {
  return kind.credential(lab, operation, things);
}

/** Whether what a call is about is another thing afterwards. */
function changesThings({ method, path }: Operation): boolean {
  return method !== 'get' && path.includes('{id}');
}

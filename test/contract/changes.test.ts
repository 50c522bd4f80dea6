import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';

// biome-ignore lint/suspicious/noExplicitAny: a document that is changed in places
type Document = any;

const [, command = ''] = /"openapi:changes": "redocly ([^"]*) openapi.yaml"/.exec(readFileSync('package.json', 'utf8')) ?? [];
const folder = mkdtempSync(join(tmpdir(), 'delivery-advisor-changes-'));
const released: Document = parse(readFileSync(command.split(' ').at(-1) ?? '', 'utf8'));

afterAll(() => rmSync(folder, { recursive: true }));

/** What the command that CI runs makes of a specification that was changed: its exit code, and what it prints. */
function outcomeOf(change: (document: Document) => void): { readonly status: number | null; readonly report: string } {
  const document = structuredClone(released);
  change(document);
  const file = join(folder, 'changed.yaml');
  writeFileSync(file, stringify(document, { aliasDuplicateObjects: false }));
  const args = ['node_modules/@redocly/cli/bin/cli.js', ...command.split(' '), file];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(execPath, args, { env, encoding: 'utf8' });
  return { status, report: stdout + stderr };
}

describe('since the last release', () => {
  /** Changes that break clients, by the rule that finds them. */
  const breaking: Readonly<Record<string, (document: Document) => void>> = {
    'path-removed': ({ paths }) => delete paths['/v1/models/{model}/next'],
    'property-removed': ({ components: { schemas } }) => delete schemas.Subject.properties.tags,
    'required-properties-removed': ({ components: { schemas } }) => schemas.Assessment.required.splice(0),
    'required-properties-added': ({ components: { schemas } }) => schemas.EvaluationRequest.required.push('weights'),
    'schema-type-changed': ({ components: { schemas } }) => Object.assign(schemas.Outcome.properties.margin, { type: 'string' }),
    'parameter-became-required': ({ paths }) => Object.assign(paths['/v1/assessments'].get.parameters[0], { required: true }),
  };

  it('nothing may break, and whatever does is found', () => {
    const { status, report } = outcomeOf((document) => {
      for (const change of Object.values(breaking)) change(document);
    });
    expect(status).toBe(1);
    expect(Object.keys(breaking).filter((rule) => !report.includes(`(${rule})`))).toEqual([]);
  });

  it('replies may say more', () => {
    const { status, report } = outcomeOf(({ components: { schemas } }) => {
      schemas.Outcome.properties.news = { type: 'string', maxLength: 9, description: 'News.' };
    });
    expect({ status, report }).toEqual({ status: 0, report: expect.stringContaining('0 major') });
  });
});

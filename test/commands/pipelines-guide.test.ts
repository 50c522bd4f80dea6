import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { modelDirectory } from '../models/model-directory.ts';
import { buildService } from '../service-process.ts';
import { PROJECT } from '../source-tree.ts';
import { LUNCH } from './lunch.ts';

const guide = readFileSync(join(PROJECT, 'docs/pipelines.md'), 'utf8');

/** The fenced blocks of the guide in one language. */
function blocks(language: string): readonly string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text);
}

const [answers = '', github = '', gitlab = ''] = blocks('yaml');

/** A repository of a team, with its answers and a model, and the command where programs are looked for. */
const team = modelDirectory({ 'delivery/answers.yaml': answers, 'models/lunch.yaml': LUNCH });

beforeAll(buildService, 120_000);
beforeAll(() => {
  mkdirSync(join(team, 'bin'));
  symlinkSync(join(PROJECT, 'dist/commands/delivery-advisor.js'), join(team, 'bin/delivery-advisor'));
});
afterAll(() => rmSync(team, { recursive: true }));

/** Runs lines as a pipeline does: in the repository, up to the first that fails. */
function run(script: string) {
  const env = { PATH: `${join(team, 'bin')}:${process.env['PATH']}`, GITHUB_STEP_SUMMARY: join(team, 'summary.md') };
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const child = execFile('bash', ['--norc', '-e', '-o', 'pipefail', '-c', script], { cwd: team, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('the guide to pipelines', () => {
  it('has a workflow for GitHub whose steps, once installed, pass', async () => {
    const { jobs } = parse(github);
    const lines = jobs.advise.steps.flatMap(({ run: line }: { run?: string }) => line ?? []);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^npm install --global /);
    expect(await run(lines.slice(1).join('\n'))).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(team, 'summary.md'), 'utf8')).toContain('# Hybrid – Hand-off');
  });

  it('has a job for GitLab whose script passes and leaves the evaluation', async () => {
    const { delivery } = parse(gitlab);
    expect(await run(delivery.script.join('\n'))).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(readFileSync(join(team, delivery.artifacts.paths[0]), 'utf8'))).toMatchObject({
      outcome: { recommended: 'hybrid' },
    });
  });

  it('has commands that do what is said of them', async () => {
    const [get = '', gate = '', check = '', record = ''] = blocks('sh');
    expect(get).toContain('npm pack');
    expect((await run(gate)).code).toBe(0);
    expect(await run(check)).toMatchObject({ code: 0, stdout: '1 model in order in 1 file; 0 errors, 0 warnings.\n' });
    const [make = ''] = record.split(' | ');
    expect((await run(`mkdir -p docs && ${make} > docs/delivery.md && ${record}`)).code).toBe(0);
    expect((await run(`sed -i s/8/9/ delivery/answers.yaml && ${record}`)).code).toBe(1);
    expect((await run('sed -i s/9/8/ delivery/answers.yaml')).code).toBe(0);
  });

  it('shows what a closed gate says', async () => {
    const [said = '', found = ''] = blocks('text');
    const closed = await run('delivery-advisor evaluate delivery/answers.yaml --expect cicd');
    expect(closed).toMatchObject({ code: 1, stderr: expect.stringContaining(said) });
    const wrong = await run(
      `sed '0,/criterion: comfort/s//criterion: comfrt/' -i models/lunch.yaml && delivery-advisor check models/lunch.yaml`,
    );
    expect(wrong).toMatchObject({ code: 1, stdout: found });
    const { problemMatcher } = JSON.parse(blocks('json')[0] ?? '');
    expect(new RegExp(problemMatcher[0].pattern[0].regexp).exec(found.split('\n')[0] ?? '')?.slice(1, 6)).toEqual([
      'models/lunch.yaml',
      '13',
      '5',
      'error',
      'unknown-criterion',
    ]);
  });

  it('names every option that expects something, and every exit code', async () => {
    const { stdout } = await run('delivery-advisor evaluate --help');
    const options = [...stdout.matchAll(/^ {2}(--[a-z-]+) </gm)].map(([, option = '']) => option);
    expect(options.filter((option) => !guide.includes(option))).toEqual([]);
    const codes = [...stdout.slice(stdout.indexOf('Exit codes')).matchAll(/(?:^| ) {2}(\d+) {2}/gm)].map(([, code]) => code);
    expect(codes.filter((code) => !guide.includes(`| ${code} |`))).toEqual([]);
  });
});

// `npm run openapi:score`: how easily others work with the specification, by Redocly's measure, out of 100.

import { spawnSync } from 'node:child_process';
import process, { execPath, stdout } from 'node:process';

const LEAST = 85;

const scores = ['openapi.yaml', 'openapi-3.0.json'].map((file) => {
  const args = ['node_modules/@redocly/cli/bin/cli.js', 'score', file, '--config', '.config/redocly.yaml', '--format', 'json'];
  const { stdout: text } = spawnSync(execPath, args, { encoding: 'utf8', maxBuffer: 100_000_000 });
  const { agentReadiness, subscores } = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  const parts = Object.entries(subscores).map(([name, share]) => `${name} ${Math.round(100 * share)}`);
  stdout.write(`${file}: ${agentReadiness} of 100, at least ${LEAST} (${parts.join(', ')})\n`);
  return agentReadiness;
});
if (!scores.every((score) => score >= LEAST)) process.exitCode = 1;

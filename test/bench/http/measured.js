// A server as a process that tells, when it is asked, how much of a core it has used and the most memory it has had:
// `node measured.js <module to run> <its arguments>`.

import { resolve } from 'node:path';
import process, { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

const KIBIBYTE = 1024;

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ seconds: (user + system) / 1e6, peak: process.resourceUsage().maxRSS * KIBIBYTE });
});
process.on('disconnect', () => process.exit(0));

const [, , module = '', ...rest] = argv;
argv.splice(1, argv.length, module, ...rest);
await import(pathToFileURL(resolve(module)).href);

import { carriedOut } from './command-line.ts';
import { processTerminal } from './terminal/terminal.ts';

process.exitCode = await carriedOut(['purge', ...process.argv.slice(2)], processTerminal(process));

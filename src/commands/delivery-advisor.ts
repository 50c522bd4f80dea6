#!/usr/bin/env node
import { carriedOut } from './command-line.ts';
import { processTerminal } from './terminal/terminal.ts';

process.exitCode = await carriedOut(process.argv.slice(2), processTerminal(process));

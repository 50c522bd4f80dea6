import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { arch, platform, version } from 'node:process';

/** @import { Figure } from './figure.js' */

const HEAD = ['figure', 'value', 'unit', 'spread', 'target', 'met'];

/**
 * Figures as a table for people, below the machine that they were measured on.
 *
 * @param {readonly Figure[]} figures
 */
export function table(figures) {
  const rows = figures.map(({ figure, value, unit, spread, target, met }) => {
    return [figure, String(value), unit, String(spread), String(target ?? ''), met === null ? '' : met ? 'yes' : 'no'];
  });
  const widths = HEAD.map((_, column) => Math.max(...[HEAD, ...rows].map((row) => row[column]?.length ?? 0)));
  const padded = (/** @type {readonly string[]} */ row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  const lines = [HEAD, ...rows].map((row) => padded(row).join('  ').trimEnd());
  return `${machine()}\n\n${lines.join('\n')}\n`;
}

/** The machine in one line; a load above the number of cores means that others were running beside. */
function machine() {
  const processor = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = `load ${(loadavg()[0] ?? 0).toFixed(1)}`;
  return [processor, memory, `${platform} ${arch}`, `Node ${version}`, load].join(', ');
}

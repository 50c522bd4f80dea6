import { targetOf, written } from './figure.js';
import { load, machine } from './machine.js';

/** @import { Figure } from './figure.js' */

const HEAD = ['figure', 'value', 'unit', 'spread', 'target', 'met'];

/**
 * Figures as a table for people, below the machine that they were measured on.
 *
 * @param {readonly Figure[]} figures
 */
export function table(figures) {
  const rows = [HEAD, ...figures.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const padded = (/** @type {readonly string[]} */ row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  const lines = rows.map((row) => padded(row).join('  ').trimEnd());
  return `${machine()}, ${load()}\n\n${lines.join('\n')}\n`;
}

/**
 * What tables say of a figure.
 *
 * @param {Figure} figure
 */
export function cells(figure) {
  const { value, unit, spread, met } = figure;
  return [figure.figure, written(value), unit, written(spread), targetOf(figure), met === null ? '' : met ? 'yes' : 'no'];
}

// docs/performance.md and its pictures.

import { chart } from './chart.js';
import { noteFor } from './notes.js';
import { cells } from './table.js';

/**
 * @import { Figure } from './figure.js'
 * @import { Kept } from './kept-figures.js'
 * @import { Chart, Part } from './parts.js'
 *
 * A part with what was measured of it.
 *
 * @typedef {Part & Kept & { readonly name: string }} Chapter
 */

const IMAGES = 'images/performance';

/**
 * The files below docs that are written from figures, by their paths.
 *
 * @param {readonly Chapter[]} chapters
 * @param {ReadonlyMap<string, string>} notes what people wrote, by part
 * @returns {ReadonlyMap<string, string>}
 */
export function performanceFiles(chapters, notes) {
  const text = [opening(chapters), ...chapters.map((chapter) => section(chapter, notes.get(chapter.name)))].join('\n');
  const pictures = chapters.flatMap((chapter) =>
    chapter.charts.map((wish, index) => {
      return /** @type {const} */ ([
        pathOf(chapter, index),
        chart(wish.title, shownBy(wish, chapter), wish.logarithmic === true),
      ]);
    }),
  );
  return new Map([['performance.md', text], ...pictures]);
}

/** @param {readonly Chapter[]} chapters */
function opening(chapters) {
  const promised = chapters.flatMap(({ figures }) => figures.filter(({ met }) => met !== null));
  const missed = promised.filter(({ met }) => met === false);
  return `# How fast it is

Written by \`npm run bench -- --write\` from [performance.json](performance.json); a test compares the two. Whatever can be is measured as a ratio to
something else that does the same work in the same run, in several rounds in turn. A value is the median of the rounds, its spread the
distance between the greatest and the least. \`npm run bench\` measures all of it on your machine, \`npm run bench -- store\` one part.

**${promised.length - missed.length} of ${promised.length} targets are met**${missed.length === 0 ? '.' : `; missed: ${missed.map(({ figure }) => figure).join('; ')}.`}
`;
}

/**
 * @param {Chapter} chapter
 * @param {string | undefined} note
 */
function section(chapter, note) {
  const { title, about, charts, figures, date, machine, name } = chapter;
  const head = ['Figure', 'Value', 'Unit', 'Spread', 'Target', 'Met'];
  const rows = [head, head.map(() => '---'), ...figures.map(cells)].map((row) => `| ${row.join(' | ')} |`);
  const pictures = charts.map((wish, index) => `![${wish.title}](${pathOf(chapter, index)})\n`);
  return `## ${title}

${[about, ...pictures.map((picture) => `\n${picture}`)].join('\n').trimEnd()}

${rows.join('\n')}

Part \`${name}\`, measured ${date} on ${machine}.

${noteFor(name, note)}
`;
}

/**
 * @param {Chart} wish
 * @param {Chapter} chapter
 * @returns {readonly Figure[]}
 */
function shownBy({ unit, among }, { figures }) {
  return figures.filter((one) => one.unit === unit && (among?.test(one.figure) ?? true));
}

/**
 * @param {Chapter} chapter
 * @param {number} index of the chart in it
 */
function pathOf({ name, charts }, index) {
  return `${IMAGES}/${name}${charts.length > 1 ? `-${index + 1}` : ''}.svg`;
}

// A bundled script in as few bytes as it can be said in once it is packed.

import { minify } from 'terser';

/**
 * What `unsafe` takes for granted holds in the form: text is made from texts and numbers, and built-in objects are as
 * they were built. More than two passes unroll what packs better as it is.
 *
 * @type {import('terser').MinifyOptions}
 */
const OPTIONS = {
  module: true,
  compress: { ecma: 2020, passes: 2, pure_getters: true, unsafe: true, unsafe_arrows: true },
  format: { ecma: 2020, comments: false },
};

/** Where a line is broken and indented. In scripts of one line that is in templates of HTML and SVG only. */
const INDENTED_BREAK = /\n +/g;

/** The tags of blocks and shapes: a break before or after them shows nowhere. */
const BLOCKS =
  'dd|defs|details|div|dl|dt|fieldset|form|g|h2|h3|h4|header|li|ol|p|path|pattern|rect|section|summary|table|tbody|tfoot|thead|tr|ul';
const UNSEEN_BREAK = new RegExp(`\\n +(?=</?(?:${BLOCKS})\\b)|(?<=</?(?:${BLOCKS})\\b[^<>]*>)\\n +`, 'g');

/**
 * The same script in fewer bytes, with one comment at its end that says whose work is in it.
 *
 * @param {string} script an ES module, as esbuild writes it with legal comments at its end
 */
export async function minified(script) {
  const { code = '' } = await minify(script, OPTIONS);
  return `${code.replace(UNSEEN_BREAK, '').replace(INDENTED_BREAK, ' ')}\n${notice(script)}`;
}

/** @param {string} script */
function notice(script) {
  const lines = [/^ *[\w-]+(?=\/\S+:$)/gm, /Copyright .+/g, /SPDX-License-Identifier: .+/g].flatMap(
    (pattern) => script.match(pattern) ?? [],
  );
  return lines.length === 0 ? '' : `/*! ${[...new Set(lines)].join('; ')} */\n`;
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { built } from '../subject/built.js';

/** The script of the form, as it is served. */
export const FORM = fileURLToPath(built('embed/delivery-advisor.js'));

/** What a page needs to show a survey with SurveyJS and its renderer without a framework. */
const SURVEY = `
  import { Model } from 'survey-core';
  import { renderSurvey } from 'survey-js-ui';
  Object.assign(window, { Model, renderSurvey });`;

/** The script of the other, bundled and minified as the form is; its style sheet, which ours holds already, apart. */
export async function surveyScript() {
  const { outputFiles } = await build({
    stdin: { contents: SURVEY, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/** The style sheet of the other, without its fonts. */
export function surveyStyle() {
  return readFile(fileURLToPath(import.meta.resolve('survey-core/survey-core.fontless.min.css')), 'utf8');
}

/**
 * Bytes on the way to the browser.
 *
 * @param {string | Buffer} content
 */
export function packed(content) {
  return gzipSync(content, { level: 9 }).length;
}

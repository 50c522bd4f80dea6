import { readFile } from 'node:fs/promises';
import { figureOf } from '../frame/figure.js';
import { FORM, packed, surveyScript, surveyStyle } from './sizes.js';

/** @import { Figure } from '../frame/figure.js' */

/** Bytes that the form may have on its way: 30 KiB. */
const LARGEST = 30 * 1024;

/** How many times smaller it is to be than SurveyJS with its renderer. */
const SMALLER = 8;

/**
 * How large the form is on its way to the browser, beside SurveyJS with its renderer.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function embed() {
  const own = packed(await readFile(FORM));
  const survey = packed(await surveyScript());
  const style = packed(await surveyStyle());
  const bytes = (/** @type {number} */ size) => ({ unit: 'bytes', rounds: [size] });
  return [
    figureOf('the form, packed by gzip', { ...bytes(own), atMost: LARGEST }),
    figureOf('survey-core with survey-js-ui, packed by gzip', bytes(survey)),
    figureOf('their style sheet, packed by gzip', bytes(style)),
    figureOf('survey-core with survey-js-ui ÷ the form', { unit: 'times', rounds: [survey / own], atLeast: SMALLER }),
    figureOf('the same with their style sheet', { unit: 'times', rounds: [(survey + style) / own] }),
  ];
}

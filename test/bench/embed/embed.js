import { readFile } from 'node:fs/promises';
import { figureOf } from '../frame/figure.js';
import { inTurn, ratios } from '../frame/rounds.js';
import { startService, workingDirectory } from '../subject/service.js';
import { servePages } from './pages.js';
import { launchBrowser, reactionsOf } from './reactions.js';
import { FORM, packed, surveyScript, surveyStyle } from './sizes.js';

/**
 * @import { Browser } from 'playwright-core'
 * @import { Figure } from '../frame/figure.js'
 */

/** Bytes that the form may have on its way: 30 KiB. */
const LARGEST = 30 * 1024;

/** How many times smaller it is to be than SurveyJS with its renderer. */
const SMALLER = 8;

/** Visits of each page. */
const ROUNDS = 7;

/** What stands on the button of the form that leads to the questions. */
const BEGIN = /^Start/;

/**
 * How large the form is on its way to the browser, how soon it can be used and how fast it reacts, beside SurveyJS with
 * its renderer and the same questions.
 *
 * @returns {Promise<readonly Figure[]>}
 */
export async function embed() {
  return [...(await sizeFigures()), ...(await reactionFigures())];
}

/** @returns {Promise<readonly Figure[]>} */
async function sizeFigures() {
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

/** @returns {Promise<readonly Figure[]>} */
async function reactionFigures() {
  const directory = await workingDirectory();
  const service = await startService(directory.path);
  const pages = await servePages(service.url);
  const browser = await launchBrowser();
  try {
    return await comparedIn(browser, pages.url);
  } finally {
    await browser.close();
    pages.close();
    await service.stop();
    await directory.remove();
  }
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
async function comparedIn(browser, url) {
  /** @type {{ readonly form: number[], readonly survey: number[] }} */
  const paints = { form: [], survey: [] };
  const visit = (/** @type {keyof typeof paints} */ name, /** @type {{ readonly begin?: RegExp }} */ wish) => async () => {
    const { interactive, nextPaint } = await reactionsOf(browser, { url: `${url}/${name}`, ...wish });
    paints[name].push(nextPaint);
    return interactive;
  };
  const interactive = await inTurn(ROUNDS, { form: visit('form', { begin: BEGIN }), survey: visit('survey', {}) });
  const ms = (/** @type {readonly number[]} */ rounds) => ({ unit: 'ms', rounds });
  return [
    figureOf('the form can be used', ms(interactive.form)),
    figureOf('SurveyJS can be used', ms(interactive.survey)),
    figureOf('SurveyJS ÷ the form, until it can be used', {
      unit: 'times',
      rounds: ratios(interactive.survey, interactive.form),
    }),
    figureOf('the form paints an answer', ms(paints.form)),
    figureOf('SurveyJS paints an answer', ms(paints.survey)),
  ];
}

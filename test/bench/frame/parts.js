/**
 * @import { Figure } from './figure.js'
 *
 * One part of what is measured, and how the page of it is written. `about` is Markdown: what is compared with what.
 *
 * @typedef {{
 *   readonly title: string,
 *   readonly about: string,
 *   readonly charts: readonly Chart[],
 *   readonly measure: () => Promise<readonly Figure[]>,
 * }} Part
 *
 * A picture of the figures that have one unit, or of some of them.
 *
 * @typedef {{
 *   readonly title: string,
 *   readonly unit: string,
 *   readonly among?: RegExp,
 *   readonly logarithmic?: boolean,
 * }} Chart
 */

/**
 * All parts in the order of the page. Each is a module named like it, loaded when it is wanted, whose function of that
 * name measures it within four minutes.
 *
 * @type {Readonly<Record<string, Part>>}
 */
export const parts = {
  engine: {
    title: 'The engine',
    about: [
      'Scores, gates and contributions of one decision (30 questions, 60 weighted rules, three alternatives) by this engine, by',
      'others, which list what fires and are scored by the same few lines of JavaScript, and by code written out for this one',
      'decision, without a loop or a look-up. All have to agree on every answer before they are timed. Then the same with the built-in model.',
    ].join(' '),
    charts: [{ title: 'Evaluations of the small decision', unit: 'evaluations/s', among: /^small/, logarithmic: true }],
    measure: async () => (await import('../engine.js')).engine(),
  },
  growth: {
    title: 'Growth',
    about: [
      'Time and memory of an evaluation, from answers as they are sent to a result without explanation, as the model grows.',
      'An exponent of 1 means: twice as large, twice as much. Pages of 25 out of more and more stored assessments, in the order of the list and filtered.',
    ].join(' '),
    charts: [
      { title: 'Time of one evaluation', unit: 'µs', logarithmic: true },
      { title: 'Time of one page', unit: 'ms', logarithmic: true },
    ],
    measure: async () => (await import('../growth/growth.js')).growth(),
  },
  explain: {
    title: 'Explanations',
    about: 'One evaluation of the built-in model in which a third of the answers is open, by how much it explains.',
    charts: [{ title: 'Time of one evaluation', unit: 'ms', logarithmic: true }],
    measure: async () => (await import('../explain.js')).explain(),
  },
  http: {
    title: 'One request',
    about:
      'Requests that are answered with a second of a core, every one with other answers, beside servers that parse the same body and send a reply of the same ' +
      'size: a bare Express 5 with `express.json()`, and a bare `node:http`.',
    charts: [
      { title: 'Requests a second and core', unit: 'requests a second and core', logarithmic: true },
      { title: 'Compared with bare servers', unit: 'ratio' },
    ],
    measure: async () => (await import('../http/http.js')).http(),
  },
  batch: {
    title: 'Batches',
    about:
      'Evaluations without explanations that are answered with a second of a core, as lines of one request and one by one; what a long batch, somebody who does ' +
      'not read and somebody who goes away cost.',
    charts: [{ title: 'Evaluations a second and core', unit: 'evaluations a second and core' }],
    measure: async () => (await import('../http/batch.js')).batch(),
  },
  store: {
    title: 'The store',
    about:
      'A journey: an assessment is created, changed, a recommendation recorded for it and read. First one after the other through use cases and store; then eight at a time over HTTP, with one process and with two on one database, all on the same cores as the clients and the database.',
    charts: [{ title: 'Time of one journey', unit: 'ms' }],
    measure: async () => (await import('../store/store.js')).store(),
  },
  start: {
    title: 'Start and memory',
    about: '`node dist/main.js` until `/readyz` says 200, with SQLite, beside a Node.js process that does nothing.',
    charts: [{ title: 'From the start of the process', unit: 'ms' }],
    measure: async () => (await import('../start.js')).start(),
  },
  embed: {
    title: 'The form',
    about:
      'What a page has to load, beside SurveyJS (`survey-core` and `survey-js-ui`) bundled and minified by the same program.',
    charts: [
      { title: 'On the way to the browser', unit: 'bytes' },
      { title: 'With the processor slowed four times', unit: 'ms' },
    ],
    measure: async () => (await import('../embed/embed.js')).embed(),
  },
  next: {
    title: 'The next best question',
    about: 'How many questions invented respondents have to answer until the result is decided.',
    charts: [{ title: 'Questions until it is decided', unit: 'questions' }],
    measure: async () => (await import('../next.js')).next(),
  },
};

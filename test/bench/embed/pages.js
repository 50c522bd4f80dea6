// Two pages with the same questionnaire, one with the form and one with SurveyJS, and what they load, from one server.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { FORM, surveyScript, surveyStyle } from './sizes.js';

/** @import { AddressInfo } from 'node:net' */

const QUESTIONNAIRE = '/v1/models/delivery-approach/questionnaire';

/** What SurveyJS calls the types of questions; every question of the other page is shown, whatever its condition. */
const SURVEY_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Survey</title>
<link rel="stylesheet" href="/survey.css"><div id="survey"></div>
<script type="module">
import '/survey.js';
const asked = await (await fetch('${QUESTIONNAIRE}?depth=core')).json();
const element = ({ id, text, type, help, choices = [], min, max }) => ({
  name: id, title: text, description: help,
  ...({
    single: { type: 'radiogroup', choices: choices.map(({ id: value, text }) => ({ value, text })) },
    multiple: { type: 'checkbox', choices: choices.map(({ id: value, text }) => ({ value, text })) },
    boolean: { type: 'radiogroup', choices: [{ value: true, text: 'Yes' }, { value: false, text: 'No' }] },
    scale: { type: 'radiogroup', choices: Array.from({ length: max - min + 1 }, (_, index) => min + index) },
    integer: { type: 'text', inputType: 'number', min, max },
  })[type],
});
const pages = asked.sections.map(({ id, title }) => ({
  name: id, title, elements: asked.questions.filter(({ section }) => section === id).map(element),
}));
renderSurvey(new Model({ title: asked.title, pages: pages.filter(({ elements }) => elements.length > 0) }), document.getElementById('survey'));
</script>`;

const FORM_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title>
<script type="module" src="/form.js"></script><delivery-advisor api="/"></delivery-advisor>`;

/**
 * Serves both pages; whatever they ask of the service, it answers from memory after the first time.
 *
 * @param {string} service its address
 */
export async function servePages(service) {
  /** @type {Map<string, { readonly type: string, readonly body: Buffer }>} */
  const files = new Map();
  const keep = (/** @type {string} */ path, /** @type {string} */ type, /** @type {string | Buffer} */ content) => {
    files.set(path, { type, body: gzipSync(content) });
  };
  keep('/form', 'text/html', FORM_PAGE);
  keep('/survey', 'text/html', SURVEY_PAGE);
  keep('/form.js', 'text/javascript', await readFile(FORM));
  keep('/survey.js', 'text/javascript', await surveyScript());
  keep('/survey.css', 'text/css', await surveyStyle());
  const server = createServer(async ({ url = '' }, outgoing) => {
    if (!files.has(url)) {
      const response = await fetch(service + url);
      if (response.ok) keep(url, response.headers.get('Content-Type') ?? '', Buffer.from(await response.arrayBuffer()));
    }
    const { type, body } = files.get(url) ?? { type: 'text/plain', body: gzipSync('') };
    outgoing.writeHead(files.has(url) ? 200 : 404, {
      'Content-Type': type,
      'Content-Encoding': 'gzip',
      'Cache-Control': 'no-store',
    });
    outgoing.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  // A listening TCP server has an address of this form.
  const { port } = /** @type {AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import { OPEN_TEAM } from './stage/example-team.ts';
import { type Form, formIn } from './stage/form.ts';
import { openPortal, strictPolicy } from './stage/portal.ts';
import { type Stage, setStage, type Visitor } from './stage/stage.ts';

const { version: packageVersion } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('a page with the strictest content security policy', () => {
  let stage: Stage;
  let visitor: Visitor;
  let questionnaire: Questionnaire;
  beforeAll(async () => {
    stage = await setStage();
    const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
    questionnaire = body;
  });
  beforeEach(async () => {
    visitor = await stage.visitor();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  /** From the landing state to the result. */
  async function complete(form: Form): Promise<void> {
    await form.button('startQuick', { count: 12 }).click();
    await form.answerAll(questionnaire.questions, OPEN_TEAM);
    await form.element.locator('[part~=result]').waitFor();
  }

  it('has the whole conversation, by nobody’s leave but the service’s', async () => {
    const { form } = await openPortal(stage, visitor, { body: '<delivery-advisor subject="component:shop"></delivery-advisor>' });
    await complete(form);
    const { origin } = new URL(stage.service.url);
    const addresses = visitor.witness.requests.filter((address) => !address.startsWith('data:'));
    expect(visitor.witness.complaints).toEqual([]);
    expect([...new Set(addresses.map((address) => new URL(address).origin))].toSorted()).toEqual(
      [stage.host.origin, origin].toSorted(),
    );
    expect(addresses.filter((address) => new URL(address).origin === stage.host.origin).length).toBe(2);
    const { body } = await stage.service.call('listAssessments', { query: 'subject=component%3Ashop' });
    expect(body.items[0].answers).toEqual(OPEN_TEAM);
  });

  it('keeps its window, its cookies, its storage and its own elements as they were', async () => {
    const before = await (await openPortal(stage, visitor, { body: '' })).page.evaluate(traces);
    const { page, form } = await openPortal(stage, visitor, { body: '<delivery-advisor></delivery-advisor>' });
    await complete(form);
    expect(await page.evaluate(traces)).toEqual(before);
    expect(await visitor.context.cookies()).toEqual([]);
    expect(await form.element.evaluate((each) => [each.children.length, each.hasAttribute('style')])).toEqual([0, false]);
  });

  it('may have two forms that know nothing of each other', async () => {
    const body =
      '<div id="one"><delivery-advisor></delivery-advisor></div><div id="two"><delivery-advisor></delivery-advisor></div>';
    const { page } = await openPortal(stage, visitor, { body });
    const [one, two] = [formIn(page.locator('#one')), formIn(page.locator('#two'))];
    await Promise.all([one, two].map((form) => form.button('startQuick', { count: 12 }).click()));
    const [targets] = questionnaire.questions;
    if (targets === undefined) throw new RangeError('the model asks nothing');
    await one.answer(targets, ['kubernetes']);
    await two.answer(targets, ['mainframe-packaged']);
    expect(await one.question(targets).getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await two.question(targets).getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(visitor.witness.complaints).toEqual([]);
  });

  it('may insist on one version of the form, byte for byte', async () => {
    const { url } = stage.service;
    const { version, files } = await (await fetch(`${url}/embed/${packageVersion}/integrity.json`)).json();
    const file = `${url}/embed/${version}/delivery-advisor.js`;
    const html = (integrity: string) =>
      `<!doctype html><html lang="en"><head><title>Portal</title><script type="module" src="${file}" integrity="${integrity}" crossorigin></script></head><body><delivery-advisor></delivery-advisor></body></html>`;
    const page = await visitor.context.newPage();
    const policy = strictPolicy(url);
    await page.goto(stage.host.put('/pinned', { html: html(files['delivery-advisor.js']), policy }));
    await formIn(page).button('startQuick', { count: 12 }).waitFor();
    expect(visitor.witness.complaints).toEqual([]);
    await page.goto(stage.host.put('/pinned', { html: html(`sha384-${'A'.repeat(64)}`), policy }), { waitUntil: 'networkidle' });
    expect(visitor.witness.complaints.join()).toContain('integrity');
    expect(await page.evaluate(() => customElements.get('delivery-advisor'))).toBeUndefined();
  });

  it('gets nothing where its origin is not among EMBED_ORIGINS, and the form says so', async () => {
    const html = `<!doctype html><html lang="en"><head><title>Stranger</title><script type="module" src="${stage.service.url}/embed.js"></script></head><body><delivery-advisor></delivery-advisor></body></html>`;
    const page: Page = await visitor.context.newPage();
    await page.goto(stage.stranger.put('/', { html }));
    await page.locator('delivery-advisor').locator('[part~=error]').waitFor();
    expect(visitor.witness.complaints.every((complaint) => /CORS|Failed to load resource/.test(complaint))).toBe(true);
  });
});

/** Runs in the page: everything that a form could leave behind outside its shadow root. */
function traces(): object {
  const { localStorage, sessionStorage } = window;
  return {
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !/^\d+$/.test(name))
      .toSorted(),
    stored: [localStorage.length, sessionStorage.length],
    cookie: document.cookie,
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    head: document.head.children.length,
    sheets: document.adoptedStyleSheets.length,
  };
}

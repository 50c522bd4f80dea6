import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from './stage/eventually.ts';
import { type Form, formIn } from './stage/form.ts';
import { type Stage, setStage, type Visitor } from './stage/stage.ts';

describe('the form in a frame', () => {
  let stage: Stage;
  let visitor: Visitor;
  beforeAll(async () => {
    stage = await setStage();
  });
  beforeEach(async () => {
    visitor = await stage.visitor();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  /** A page of the host's with a frame, its host script, what it heard in the `<output>`, and perhaps more. */
  async function opened(more = ''): Promise<{ page: Page; form: Form }> {
    const html = `<!doctype html><html lang="en"><head><title>Host</title></head><body>
<iframe id="form" title="Advisor" width="600" src="${stage.service.url}/embed/frame?subject=component:framed"></iframe><output></output>${more}
<script type="module">
import { connect } from '${stage.service.url}/embed/frame-host.js';
const heard = document.querySelector('output');
const form = connect(document.querySelector('#form'), {
  context: { name: 'Framed' },
  getToken: async () => 'a-token',
  onEvent: ({ name }) => { heard.value += name + ' '; },
});
addEventListener('reset-please', () => form.reset());
addEventListener('go-please', () => form.goTo('drift-pain'));
</script></body></html>`;
    const page = await visitor.context.newPage();
    await page.goto(stage.host.put('/framing', { html }));
    return { page, form: formIn(page.frameLocator('#form')) };
  }

  const heightOf = (page: Page) => page.locator('#form').evaluate((frame) => frame.getBoundingClientRect().height);

  it('is as high as what it shows, growing and shrinking', async () => {
    const { page, form } = await opened();
    await form.button('startQuick', { count: 12 }).waitFor();
    const landing = await eventually(
      () => heightOf(page),
      (height) => height > 200,
    );
    await form.button('startQuick', { count: 12 }).click();
    await eventually(
      () => heightOf(page),
      (height) => height > landing + 100,
    );
    const hidden = await form.element.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    );
    expect(hidden).toBeLessThanOrEqual(0);
    await page.evaluate(() => dispatchEvent(new Event('reset-please')));
    await eventually(
      () => heightOf(page),
      (height) => height <= landing + 8,
    );
    expect(visitor.witness.complaints).toEqual([]);
  });

  it('tells its host what happens, and gets a token from it', async () => {
    const { page, form } = await opened();
    const [request] = await Promise.all([
      page.waitForRequest((each) => each.method() === 'POST' && each.url().endsWith('/v1/assessments')),
      form
        .button('startQuick', { count: 12 })
        .click()
        .then(() => form.element.getByRole('checkbox', { name: 'Kubernetes clusters' }).check()),
    ]);
    expect(await request.headerValue('authorization')).toBe('Bearer a-token');
    expect(request.postDataJSON().subject).toEqual({ ref: 'component:framed', name: 'Framed' });
    await eventually(
      () => page.locator('output').textContent(),
      (heard) => ['ready ', 'progress ', 'answer ', 'saved '].every((name) => heard?.includes(name)),
    );
    await page.evaluate(() => dispatchEvent(new Event('go-please')));
    await form.element.locator('[data-question="drift-pain"]').waitFor();
  });

  it('listens to its host only, and its host only to it', async () => {
    const forger = stage.stranger.put('/forger', {
      html: `<!doctype html><title>Forger</title><script>
const say = (to, message) => to.postMessage({ source: 'delivery-advisor', v: 1, ...message }, '*');
addEventListener('message', ({ data }) => { if (data !== 'forge') return;
  say(parent, { type: 'resize', height: 5000 });
  say(parent.frames[0], { type: 'hello' });
  say(parent.frames[0], { type: 'goTo', question: 'drift-pain' });
  parent.postMessage('forged', '*');
});
addEventListener('message', ({ data }) => { if (data?.source === 'delivery-advisor') document.title = 'told'; });
</script>`,
    });
    const { page, form } = await opened(`<iframe id="forger" title="Forger" src="${forger}"></iframe>`);
    await form.button('startQuick', { count: 12 }).click();
    expect(await form.shown()).toBe('targets');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('message', ({ data }) => data === 'forged' && resolve(true));
          const frame = document.querySelector<HTMLIFrameElement>('#forger');
          frame?.contentWindow?.postMessage('forge', '*');
        }),
    );
    await form.element.getByRole('checkbox').first().check();
    await eventually(
      () => page.locator('output').textContent(),
      (heard) => heard?.includes('answer') ?? false,
    );
    expect(await form.shown()).toMatch(/^targets/);
    expect(await heightOf(page)).toBeLessThan(5000);
    expect(await page.frameLocator('#forger').locator('title').textContent()).toBe('Forger');
  });

  it('is not shown by a page of another origin', async () => {
    const html = `<!doctype html><title>Stranger</title><iframe title="Advisor" src="${stage.service.url}/embed/frame"></iframe>`;
    const page = await visitor.context.newPage();
    await page.goto(stage.stranger.put('/framing', { html }), { waitUntil: 'networkidle' });
    expect(visitor.witness.complaints.join()).toContain('frame-ancestors');
    expect(await page.frameLocator('iframe').locator('delivery-advisor').count()).toBe(0);
  });
});

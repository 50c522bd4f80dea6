import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { ALL, EMBED, type GuardedService, startGuardedService } from '../api/guarded-service.ts';
import { OPEN_TEAM } from '../browser/stage/example-team.ts';
import { type Form, formIn } from '../browser/stage/form.ts';
import { type Stage, setStage } from '../browser/stage/stage.ts';
import { PROJECT } from '../source-tree.ts';
import { type Portal, startPortal, USER_TOKEN } from './backstage-proxy.ts';
import { cardScript } from './card-page.ts';

const guide = textOf('docs/portals.md');
const ENTITY = { kind: 'Component', metadata: { name: 'payments', title: 'Payments', tags: ['retail'] } };

function textOf(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

/** The blocks of the guide in a language. */
function blocks(language: string): readonly string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block);
}

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterEach(() => stage.clear());
afterAll(() => stage.strike());

/** Answers the first question, which every team can. */
async function begin(form: Form): Promise<void> {
  await form.element.getByRole('button', { name: /quick/i }).click();
  const { body } = await stage.service.call('getQuestionnaire', { params: { model: 'delivery-approach' } });
  await form.answerPage(body.questions, OPEN_TEAM);
}

describe('Backstage', () => {
  let service: GuardedService;
  let portal: Portal;
  beforeAll(async () => {
    service = await startGuardedService();
    const { secret } = await service.issue({
      ...ALL,
      permissions: ['models:read', 'evaluations:run', 'assessments:read', 'assessments:write'],
    });
    portal = await startPortal(service.url, { DELIVERY_ADVISOR_KEY: secret });
    const script = await cardScript(service.url, { proxy: `${portal.origin}/api/proxy`, token: USER_TOKEN, entity: ENTITY });
    portal.show('/card.js', script, 'text/javascript');
    portal.show(
      '/catalog',
      '<!doctype html><html lang="en"><head><title>Payments</title></head><body><main></main><script type="module" src="/card.js"></script></body></html>',
    );
  });
  afterAll(async () => {
    await portal.close();
    await service.discard();
  });

  async function opened() {
    const { context, witness } = await stage.visitor();
    const page = await context.newPage();
    await page.goto(`${portal.origin}/catalog`);
    return { page, form: formIn(page), witness };
  }

  it('has a card whose form works through its proxy, and goes on where the team was left', async () => {
    const { form, page, witness } = await opened();
    const saved = page.waitForResponse((reply) => reply.url().endsWith('/v1/assessments') && reply.status() === 201);
    await begin(form);
    const { id } = await (await saved).json();
    expect(await form.element.count()).toBe(1);
    const direct = witness.requests.filter((address) => address.startsWith(service.url));
    expect(direct.map((address) => new URL(address).pathname)).toEqual(['/embed.js']);
    const again = await opened();
    await again.form.element.locator('[part~=asking]').waitFor();
    expect(again.witness.requests).toContain(`${portal.proxied}/v1/assessments/${id}`);
    expect([...witness.complaints, ...again.witness.complaints]).toEqual([]);
  });

  it('calls the subject by its entity reference', async () => {
    const { secret } = await service.issue(ALL);
    const { body } = await service.as(secret).call('listAssessments', { query: 'subject=component:default/payments' });
    expect(body.items).toMatchObject([{ subject: { ref: 'component:default/payments', name: 'Payments', tags: ['retail'] } }]);
  });

  it('is shown in the guide with the very files that are tried here', () => {
    expect(blocks('yaml').map((block) => parse(block))).toContainEqual(parse(textOf('docs/portals/backstage/app-config.yaml')));
    expect(blocks('tsx')).toContain(textOf('docs/portals/backstage/delivery-advisor-card.tsx'));
  });
});

describe('Port', () => {
  /** As Port appends it to the address of its widget. */
  function addressFor(widget: string, entity: string, blueprint: string): string {
    const address = new URL(widget);
    address.searchParams.append('entity', entity);
    address.searchParams.append('blueprint', blueprint);
    return address.href;
  }

  const [open = '', keyed = ''] = blocks('text').filter((block) => block.includes('/embed/frame'));

  it('has a frame that knows what it is about', async () => {
    const { context, witness } = await stage.visitor();
    const page = await context.newPage();
    const address = addressFor(open.trim().replace('https://advisor.example.org', stage.service.url), 'payments', 'service');
    await page.goto(
      stage.host.put('/port', { html: `<!doctype html><title>Port</title><iframe title="Advisor" src="${address}"></iframe>` }),
    );
    const [request] = await Promise.all([
      page.waitForRequest((each) => each.method() === 'POST' && each.url().endsWith('/v1/assessments')),
      begin(formIn(page.frameLocator('iframe'))),
    ]);
    expect(request.postDataJSON().subject).toEqual({ ref: 'payments', tags: ['service'] });
    expect(witness.complaints).toEqual([]);
  });

  it('lets its visitors in with an embed key where the service has keys', async () => {
    const guarded = await startGuardedService({ embedOrigins: [stage.host.origin] });
    const { secret } = await guarded.issue({ ...EMBED, origins: [guarded.url] });
    const { context, witness } = await stage.visitor();
    const page = await context.newPage();
    const widget = keyed
      .trim()
      .replace('https://advisor.example.org', guarded.url)
      .replace(/dadv_pub_\S*/, secret);
    const address = addressFor(widget, 'payments', 'service');
    await page.goto(
      stage.host.put('/port', { html: `<!doctype html><title>Port</title><iframe title="Advisor" src="${address}"></iframe>` }),
    );
    const [reply] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST' && each.url().endsWith('/v1/assessments')),
      begin(formIn(page.frameLocator('iframe'))),
    ]);
    expect(reply.status()).toBe(201);
    expect(witness.complaints).toEqual([]);
    await guarded.discard();
  });
});

describe('a page of plain HTML', () => {
  const sample = textOf('docs/portals/plain/portal.html');

  it('has the badge and the form', async () => {
    await stage.service.call('createAssessment', { body: { subject: { ref: 'component:default/other' } } });
    const { context, witness } = await stage.visitor();
    const page = await context.newPage();
    await page.goto(stage.host.put('/plain', { html: sample.replaceAll('https://advisor.example.org', stage.service.url) }));
    const badge = page.getByAltText('How payments is delivered');
    expect(
      await badge.evaluate((image) => (image as HTMLImageElement).decode().then(() => (image as HTMLImageElement).naturalHeight)),
    ).toBe(20);
    await begin(formIn(page));
    expect(witness.complaints).toEqual([]);
  });

  it('is shown in the guide as it is tried here', () => {
    expect(blocks('html')).toContain(sample);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Questionnaire } from '../../src/decision/answers/questionnaire.ts';
import { EMBED, type GuardedService, startGuardedService } from '../api/guarded-service.ts';
import { SETTLED_TEAM } from './stage/example-team.ts';
import { formIn, say } from './stage/form.ts';
import { type HostSite, startHostSite } from './stage/host-site.ts';
import { openPortal } from './stage/portal.ts';
import { type Stage, setStage } from './stage/stage.ts';

describe('a page that lets its visitors in with an embed key', () => {
  let host: HostSite;
  let service: GuardedService;
  let stage: Stage;
  let key: string;
  beforeAll(async () => {
    host = await startHostSite();
    service = await startGuardedService({ embedOrigins: [host.origin] });
    key = (await service.issue({ ...EMBED, origins: [host.origin] })).secret;
    stage = await setStage();
  });
  afterEach(() => stage.clear());
  afterAll(async () => {
    await stage.strike();
    await service.discard();
    await host.close();
  });

  /** A form on the host's page that knows nothing but the key. */
  async function opened() {
    const visitor = await stage.visitor();
    const there = { ...stage, service: { ...stage.service, url: service.url }, host };
    const { page, form } = await openPortal(there, visitor, { body: '' });
    await page.evaluate((secret) => {
      const element = Object.assign(document.createElement('delivery-advisor'), { getToken: async () => secret });
      element.setAttribute('subject', 'component:keyed');
      document.querySelector('main')?.append(element);
    }, key);
    return { visitor, page, form };
  }

  it('has its form filled and recorded with the token of the assessment, and opened again by the link', async () => {
    const { visitor, page, form } = await opened();
    const { body } = await service.as(key, undefined, host.origin).call('getQuestionnaire', {
      params: { model: 'delivery-approach' },
    });
    const questionnaire: Questionnaire = body;
    const quick = questionnaire.questions.filter(({ core }) => core).length;
    await form.button('startQuick', { count: quick }).click();
    const saved = page.evaluate(
      () =>
        new Promise<{ assessment: string; token?: string }>((resolve) => {
          document.addEventListener('delivery-advisor:saved', (event) => resolve((event as CustomEvent).detail), { once: true });
        }),
    );
    const [first] = questionnaire.questions.filter(({ id, core }) => core && SETTLED_TEAM[id] !== undefined);
    if (first === undefined) throw new Error('the team answers none of the quick questions');
    await form.answer(first, SETTLED_TEAM[first.id] ?? null);
    const { assessment, token } = await saved;
    expect(token).toMatch(/^dadv_at_/);
    await form.button('seeNow').or(form.button('finish')).first().click();
    await form.element.locator('[part~=result]').waitFor();
    expect(visitor.witness.complaints).toEqual([]);

    const elsewhere = await stage.visitor();
    const again = await elsewhere.context.newPage();
    await again.goto(`${service.url}/#assessment=${assessment}&token=${token}`);
    await formIn(again).question(first).or(formIn(again).element.locator('[part~=asking]')).first().waitFor();
    expect(elsewhere.witness.complaints).toEqual([]);
  });

  it('is told so where neither key nor token lets one in', async () => {
    const stranger = await stage.visitor();
    const page = await stranger.context.newPage();
    await page.goto(`${service.url}/`);
    await formIn(page)
      .element.getByRole('heading', { name: say('expired') })
      .waitFor();
    expect(stranger.witness.complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
  });
});

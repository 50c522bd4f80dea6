import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { Config } from '../../../src/config.ts';
import { type ServiceUnderTest, startService } from '../../api/service-under-test.ts';
import { launchChromium } from './chromium.ts';
import { type HostSite, startHostSite } from './host-site.ts';
import { type Witness, watch } from './witness.ts';

/** What a browser test plays on: the real service, a site that may embed the form, one that may not, and a browser. */
export interface Stage {
  readonly service: ServiceUnderTest;
  /** Its origin is among EMBED_ORIGINS. */
  readonly host: HostSite;
  readonly stranger: HostSite;
  /** A browser profile of its own, and what becomes of it. It closes with the stage. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  /** Closes the profiles of all visitors. */
  clear(): Promise<void>;
  /** Closes everything and leaves nothing behind. */
  strike(): Promise<void>;
}

/** One person's browser. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly witness: Witness;
}

/** Sets the stage for one test file. */
export async function setStage(overrides: Partial<Config> = {}): Promise<Stage> {
  const [host, stranger] = await Promise.all([startHostSite(), startHostSite()]);
  const service = await startService({ embedOrigins: [host.origin], logLevel: 'warn', ...overrides });
  const browser: Browser = await launchChromium();
  return {
    service,
    host,
    stranger,
    async visitor(options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(20_000);
      return { context, witness: await watch(context) };
    },
    async clear() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async strike() {
      await browser.close();
      await Promise.all([service.discard(), host.close(), stranger.close()]);
    },
  };
}

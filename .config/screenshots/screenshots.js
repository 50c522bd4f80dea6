// `npm run screenshots`: photographs the form as the built service serves it, into docs/images.

import { mkdir } from 'node:fs/promises';
import { env, stdout } from 'node:process';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { SCENES } from './scenes.js';
import { startService } from './service.js';

const FOLDER = 'docs/images';

/** @type {Readonly<Record<string, import('playwright-core').BrowserContextOptions>>} */
const LOOKS = {
  light: { colorScheme: 'light', viewport: { width: 1200, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1200, height: 900 } },
  phone: { colorScheme: 'light', viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

await screenshots();

async function screenshots() {
  await mkdir(FOLDER, { recursive: true });
  const service = await startService();
  const executablePath = env['CHROMIUM_PATH'] ?? (await sparticuz.executablePath());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    for (const look of Object.keys(LOOKS)) {
      for (const scene of Object.keys(SCENES)) await photograph(browser, { url: service.url, look, scene });
    }
  } finally {
    await browser.close();
    await service.stop();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ url: string, look: string, scene: string }} subject
 */
async function photograph(browser, { url, look, scene }) {
  const context = await browser.newContext({ ...LOOKS[look], locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(url);
  await SCENES[scene]?.(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement;
    if (inner instanceof HTMLElement) inner.blur();
    window.scrollTo(0, 0);
  });
  const path = `${FOLDER}/${scene}-${look}.png`;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  stdout.write(`${path}\n`);
  await context.close();
}

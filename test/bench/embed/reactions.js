import { env } from 'node:process';
import chromium from '@sparticuz/chromium';
import { chromium as browsers } from 'playwright-core';

/** @import { Page } from 'playwright-core' */

/** How many times slower than this machine the visitor's is. */
const SLOWED = 4;

/** Where an answer is chosen, in the page or in the shadow of an element. */
const CHOICE = 'input[type=radio], input[type=checkbox]';

/** Starts the Chromium at CHROMIUM_PATH, or the one from npm. */
export async function launchBrowser() {
  const executablePath = env['CHROMIUM_PATH'] ?? (await chromium.executablePath());
  return browsers.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], headless: true });
}

/**
 * Milliseconds from the navigation to a page until its form can be used, and from choosing an answer until that is painted.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ readonly url: string, readonly begin?: RegExp }} wish `begin`: the button to press before there are questions
 */
export async function reactionsOf(browser, { url, begin }) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await page.goto(url, { waitUntil: 'commit' });
  const first = begin === undefined ? page.locator(CHOICE).first() : page.getByRole('button', { name: begin });
  await first.waitFor({ state: 'attached' });
  const interactive = await page.evaluate(painted);
  if (begin !== undefined) await first.click();
  const nextPaint = await reaction(page);
  await context.close();
  return { interactive, nextPaint };
}

/**
 * Milliseconds from a click on the first choice until it is painted.
 *
 * @param {Page} page
 */
async function reaction(page) {
  const choice = page.locator(CHOICE).first();
  await choice.waitFor({ state: 'attached' });
  const handle = await page.evaluateHandle(reactionToClick);
  await choice.dispatchEvent('click');
  return handle.evaluate(({ time }) => time);
}

/** In the page: when the next frame is painted, since the navigation. */
function painted() {
  return new Promise((/** @type {(time: number) => void} */ resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(undefined);
    });
  });
}

/** In the page: how long after the next click a frame is painted. */
function reactionToClick() {
  const time = new Promise((/** @type {(time: number) => void} */ resolve) => {
    const onClick = () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(undefined);
      });
    };
    addEventListener('click', onClick, { capture: true, once: true });
  });
  return { time };
}

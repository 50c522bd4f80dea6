import { env } from 'node:process';
import { type Browser, chromium } from 'playwright-core';

/** Starts the Chromium at CHROMIUM_PATH, where the set-up of the tests puts the one from npm unless it is set already. */
export function launchChromium(): Promise<Browser> {
  const executablePath = env['CHROMIUM_PATH'];
  if (executablePath === undefined) throw new RangeError('CHROMIUM_PATH is not set: run these tests through jest');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'], headless: true });
}

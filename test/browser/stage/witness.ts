import type { BrowserContext, Page } from 'playwright-core';

/** Everything that pages of a browser context complained of or asked for. */
export interface Witness {
  /** Errors on consoles, uncaught errors, dialogs, and violations of a content security policy or of trusted types. */
  readonly complaints: readonly string[];
  /** Addresses of all requests, also of those that failed. */
  readonly requests: readonly string[];
}

/** What the network does to a page is not the page's fault. */
const NETWORK = /net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/;

/** Watches all pages that are opened in a context from now on. */
export async function watch(context: BrowserContext): Promise<Witness> {
  const complaints: string[] = [];
  const requests: string[] = [];
  await context.addInitScript(tellViolations);
  context.on('console', (message) => {
    if (message.type() !== 'error' || NETWORK.test(message.text())) return;
    complaints.push(`${message.text()} at ${message.location().url}`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('dialog', (dialog) => {
    complaints.push(`${dialog.type()}: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => requests.push(request.url()));
  return { complaints, requests };
}

/** Runs in the page before its own scripts. */
function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    // biome-ignore lint/suspicious/noConsole: the console is what is watched
    console.error(`violation of ${violatedDirective}: ${blockedURI} ${sample}`);
  });
}

/** Whether a page can be scrolled sideways, or a part of it: each such part by its tag and class. */
export function sidewaysScrolling(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const everything = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot === null ? [] : everything(each.shadowRoot))]);
    const scrolls = (each: Element) =>
      each.scrollWidth > each.clientWidth + 1 &&
      (each === document.scrollingElement || /auto|scroll/.test(getComputedStyle(each).overflowX));
    return everything(document)
      .filter(scrolls)
      .map(
        (each) => `${each.tagName.toLowerCase()}.${each.getAttribute('class') ?? ''}: ${each.scrollWidth} > ${each.clientWidth}`,
      );
  });
}

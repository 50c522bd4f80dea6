import type { Page } from 'playwright-core';
import { type Form, formIn } from './form.ts';
import type { Stage, Visitor } from './stage.ts';

/** How a portal includes the form. */
export interface Portal {
  /** What stands on the page. */
  readonly body: string;
  /** Attributes of its `<html>`. */
  readonly html?: string;
  /** Its Content-Security-Policy; the strict one when left out. */
  readonly policy?: string;
}

/** The strictest policy under which a page can have the form: it names no source but the service. */
export function strictPolicy(service: string): string {
  return [
    "default-src 'none'",
    `script-src ${service}`,
    `connect-src ${service}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** Opens a page of the host's that loads the form from the service. */
export async function openPortal(stage: Stage, { context }: Visitor, portal: Portal): Promise<{ page: Page; form: Form }> {
  const { service, host } = stage;
  host.putFile(
    '/portal.css',
    'text/css',
    'body { margin: 16px; font: 16px/1.5 sans-serif } .dark { background: #111; color: #eee }',
  );
  const html = `<!doctype html>
<html ${portal.html ?? 'lang="en"'}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Portal</title>
<link rel="stylesheet" href="/portal.css">
<script type="module" src="${service.url}/embed.js"></script></head>
<body><main><h1>Portal</h1>${portal.body}</main></body>
</html>`;
  const page = await context.newPage();
  await page.goto(host.put('/portal', { html, policy: portal.policy ?? strictPolicy(service.url) }));
  return { page, form: formIn(page) };
}

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from './stage/accessibility.ts';
import { eventually } from './stage/eventually.ts';
import { type Typist, typistAt } from './stage/keyboard.ts';
import { pagesOf } from './stage/paper.ts';
import { type Stage, setStage, type Visitor } from './stage/stage.ts';
import { sidewaysScrolling } from './stage/witness.ts';

/** A page whose only content is in a shadow root, as that of the form. */
function shadowPage(content: string): string {
  return `<!doctype html><html lang="en"><head><title>Sample</title></head><body><main><h1>Sample</h1>
<div><template shadowrootmode="open">${content}</template></div></main></body></html>`;
}

describe('what looks at pages', () => {
  let stage: Stage;
  let visitor: Visitor;
  beforeAll(async () => {
    stage = await setStage();
  });
  beforeEach(async () => {
    visitor = await stage.visitor({ viewport: { width: 360, height: 500 } });
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.strike());

  async function opened(content: string, policy?: string): Promise<Page> {
    const page = await visitor.context.newPage();
    await page.goto(stage.host.put('/sample', { html: shadowPage(content), ...(policy !== undefined && { policy }) }));
    return page;
  }

  /** What somebody with a keyboard says on the way to the last button. */
  async function complaintsAt(content: string): Promise<readonly string[]> {
    const typist: Typist = typistAt(await opened(content));
    await typist.tabTo(({ name }) => name === 'Last');
    return typist.complaints;
  }

  it.each([
    ['label', '<input type="text">'],
    ['color-contrast', '<p style="color: #999; background: #fff">Pale</p>'],
    [
      'target-size',
      '<button style="width: 9px; height: 9px; padding: 0">a</button><button style="width: 9px; height: 9px; padding: 0">b</button>',
    ],
    ['aria-valid-attr-value', '<button aria-expanded="perhaps">a</button>'],
  ])('finds what bars people, also in shadow roots (%s)', async (rule, content) => {
    expect((await accessibilityFindings(await opened(content))).map((finding) => finding.split(' ')[0])).toContain(rule);
  });

  it('finds nothing where nothing is wrong', async () => {
    const page = await opened('<label>Name <input type="text"></label>');
    expect([...(await accessibilityFindings(page)), ...(await sidewaysScrolling(page))]).toEqual([]);
    expect(visitor.witness.complaints).toEqual([]);
  });

  it.each([
    ['the page', '<p style="width: 500px">Wide</p>'],
    ['a part', '<div style="overflow: auto"><p style="width: 500px">Wide</p></div>'],
  ])('finds what scrolls sideways (%s)', async (_, content) => {
    expect((await sidewaysScrolling(await opened(content))).length).toBeGreaterThan(0);
  });

  it('sees whether one sees the focus', async () => {
    const fine = '<style>:focus-visible { outline: 2px solid }</style><button>First</button><br><button>Last</button>';
    expect(await complaintsAt(fine)).toEqual([]);
    expect(await complaintsAt(fine.replace('2px solid', 'none'))).toEqual([
      'button “First” has the focus but no ring',
      'button “Last” has the focus but no ring',
    ]);
    const covered = `${fine}<div style="position: fixed; inset: 0; background: #fff"></div>`;
    expect(await complaintsAt(covered)).toContain('button “Last” has the focus but cannot be seen');
    const upwards = fine.replace('<button>First', '<button style="position: absolute; top: 300px">First');
    expect(await complaintsAt(upwards)).toEqual(['the focus goes up from button “First” to button “Last”']);
  });

  it('hears violations of policies, errors and dialogs', async () => {
    const heard = (text: string) =>
      eventually(
        () => visitor.witness.complaints.join(),
        (complaints) => complaints.includes(text),
      );
    const strict = await opened('<p style="color: red">Styled</p>', "default-src 'none'; require-trusted-types-for 'script'");
    await heard('violation of style-src');
    await expect(strict.evaluate(() => document.createElement('script').setAttribute('src', 'x.js'))).rejects.toThrow(
      'TrustedScriptURL',
    );
    await heard('violation of require-trusted-types-for');
    const loose = await opened('<p>Loose</p>');
    await loose.evaluate(() => {
      setTimeout(() => alert('hello'));
      setTimeout(() => JSON.parse('{'));
    });
    await Promise.all([heard('alert: hello'), heard('SyntaxError')]);
  });

  it('counts sheets of paper', async () => {
    const page = await opened('<p>One</p><p style="break-before: page">Two</p><p style="break-before: page">Three</p>');
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(3);
  });
});

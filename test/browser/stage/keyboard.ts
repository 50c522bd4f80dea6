import type { Page } from 'playwright-core';

/** What has the focus, and how well one sees that. */
export interface Focus {
  /** Element and text, for messages. */
  readonly what: string;
  /** What it is called: its own text, its label, or its `aria-label`. */
  readonly name: string;
  /** `radio`, `button`, `summary` and the like. */
  readonly kind: string;
  /** The id of the question that it belongs to. */
  readonly question: string | undefined;
  /** Whether an outline of at least 2 px shows it. */
  readonly isRinged: boolean;
  /** Whether it lies inside the window and nothing covers it. */
  readonly isInSight: boolean;
  readonly top: number;
  readonly left: number;
}

/** Somebody who has a keyboard only, and complains of every stop that is not as it must be. */
export interface Typist {
  /** What was wrong with stops so far: no ring, out of sight, out of order. */
  readonly complaints: readonly string[];
  /** Presses Tab until the focus is where it is wanted, at most 60 times. */
  tabTo(isWanted: (focus: Focus) => boolean): Promise<Focus>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
}

/** The keyboard at a page. */
export function typistAt(page: Page): Typist {
  const complaints: string[] = [];
  return {
    complaints,
    async tabTo(isWanted) {
      const passed: Focus[] = [];
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(focusOf);
        if (focus === undefined) continue;
        complaints.push(...faultsOf(focus, passed.at(-1)));
        if (isWanted(focus)) return focus;
        passed.push(focus);
      }
      throw new Error(`Tab does not lead there, but to ${passed.map(({ what }) => what).join(', ')}`);
    },
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
  };
}

function faultsOf(focus: Focus, last: Focus | undefined): readonly string[] {
  const isBack = last !== undefined && focus.top < last.top - 4;
  return [
    ...(focus.isRinged ? [] : [`${focus.what} has the focus but no ring`]),
    ...(focus.isInSight ? [] : [`${focus.what} has the focus but cannot be seen`]),
    ...(isBack ? [`the focus goes up from ${last.what} to ${focus.what}`] : []),
  ];
}

/** Runs in the page; undefined while the focus is nowhere. */
function focusOf(): Focus | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLElement) || active === document.body) return undefined;
  const label = active.closest('label');
  const shown = label ?? active;
  const box = shown.getBoundingClientRect();
  const root = active.getRootNode() as Document | ShadowRoot; // it is in a document
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 12)];
  const hit = root.elementFromPoint(x, y);
  const rings = [active, shown].map((each) => getComputedStyle(each));
  const name = (active.getAttribute('aria-label') ?? (label ?? active).textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const kind = active instanceof HTMLInputElement ? active.type : active.localName;
  return {
    what: `${kind} “${name.slice(0, 40)}”`,
    name,
    kind,
    question: active.closest<HTMLElement>('[data-question]')?.dataset['question'],
    isRinged: rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2),
    isInSight: hit !== null && (shown.contains(hit) || hit.contains(shown)),
    top: box.top + window.scrollY,
    left: box.left,
  };
}

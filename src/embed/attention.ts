/** Brings a question to the reader's attention, else the heading of what is shown. */
export function focusOn(root: ShadowRoot, question: string | undefined): void {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  const field = `[data-question="${CSS.escape(question ?? '')}"] input`;
  (find(`${field}:checked`) ?? find(field) ?? find('[data-focus]'))?.focus();
}

/** Keeps what has the focus where it is on the screen while something above it grows or shrinks. */
export function inPlace(root: ShadowRoot, change: () => void): void {
  const held = root.activeElement;
  const top = held?.getBoundingClientRect().top ?? 0;
  change();
  if (held?.isConnected) scrollBy({ top: held.getBoundingClientRect().top - top, behavior: 'instant' });
}

/** Asks before the page is left, or stops asking: only while something is not stored, as browsers slow such pages down. */
export function guardLeaving(ask: (event: Event) => void, needed: boolean): void {
  if (needed) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

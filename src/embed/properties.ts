/** An element that is told when one of its properties has changed. */
export interface Following extends HTMLElement {
  propertyChanged(name: string): void;
}

/** The properties of an element: texts and flags are attributes too, values are not. */
export interface Properties {
  readonly texts: readonly string[];
  readonly flags: readonly string[];
  readonly values: readonly string[];
}

/** Gives elements their properties. A text whose attribute is missing is `undefined`, a flag then `false`. */
export function defineProperties(prototype: Following, { texts, flags, values }: Properties): void {
  const define = (name: string, accessor: ThisType<Following> & PropertyDescriptor) =>
    Object.defineProperty(prototype, name, { configurable: true, enumerable: true, ...accessor });
  for (const name of texts)
    define(name, {
      get() {
        return this.getAttribute(name) ?? undefined;
      },
      set(value) {
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  for (const name of flags)
    define(name, {
      get() {
        return this.hasAttribute(name);
      },
      set(value) {
        this.toggleAttribute(name, Boolean(value));
      },
    });
  for (const name of values) {
    const kept = new WeakMap<Following, unknown>();
    define(name, {
      get() {
        return kept.get(this);
      },
      set(value) {
        kept.set(this, value);
        this.propertyChanged(name);
      },
    });
  }
}

/** Sets again what a page set before the class of the element was there, and what would hide its properties. */
export function adoptProperties(element: Following, { texts, flags, values }: Properties): void {
  for (const name of [...texts, ...flags, ...values]) {
    const early = Object.getOwnPropertyDescriptor(element, name)?.value;
    if (early === undefined) continue;
    Reflect.deleteProperty(element, name);
    Reflect.set(element, name, early);
  }
}

import { render } from 'lit/html.js';
import { announcements } from './announcements.ts';
import { focusOn, guardLeaving, inPlace } from './attention.ts';
import { type Conversation, openConversation } from './conversation.ts';
import type { AdvisorEvents } from './events.ts';
import { keepingOf } from './keeping.ts';
import { adoptProperties, defineProperties } from './properties.ts';
import type { SessionState, WireAnswers } from './session/session-state.ts';
import { STYLE } from './style/sheets.ts';
import { form } from './view/form.ts';
import { createSay, type Messages } from './words/say.ts';

const PROPERTIES = {
  texts: ['api', 'model', 'version', 'depth', 'assessment', 'subject', 'theme'],
  flags: ['readonly', 'live'],
  values: ['getToken', 'prefill', 'context', 'messages'],
};

/** What the conversation is about: when one of these changes, it begins anew. */
const SUBSTANCE = ['api', 'model', 'version', 'depth', 'assessment', 'subject', 'lang', 'readonly', 'prefill'];

/** The service that this file came from: it serves `/embed.js` and `/embed/<version>/delivery-advisor.js`. */
const SERVICE = import.meta.url.replace(/(embed\/[^/]+\/)?[^/]+$/, '');

/** One for all elements of a page. */
let sheet: CSSStyleSheet | undefined;

/**
 * The questionnaire and its result, for any page.
 *
 * @fires delivery-advisor:ready, progress, answer, saved, decided, recommendation, error, resize - see `AdvisorEvents`
 */
export class DeliveryAdvisor extends HTMLElement {
  static readonly observedAttributes = [...PROPERTIES.texts, ...PROPERTIES.flags, 'lang'];

  static {
    defineProperties(DeliveryAdvisor.prototype, PROPERTIES);
  }

  /** Where the service is; relative to the page. Where this file came from when left out. */
  declare api: string | undefined;
  /** The decision model; `delivery-approach` when left out. */
  declare model: string | undefined;
  /** Its version; the latest when left out. */
  declare version: string | undefined;
  /** `core` (the quick questions, unless it is set) or `full`: what the first button offers. */
  declare depth: string | undefined;
  /** The id of an assessment to go on with; every answer is stored in it. */
  declare assessment: string | undefined;
  /** What is decided about, e.g. a catalogue reference: an assessment for it is created with the first answer. */
  declare subject: string | undefined;
  /** `light`, `dark`, or as the reader has it. */
  declare theme: string | undefined;
  /** Shows what there is and changes nothing. */
  declare readonly: boolean;
  /** Shows how the alternatives stand while one answers. */
  declare live: boolean;
  /** Gives the bearer token for the service; asked before each request. */
  declare getToken: (() => Promise<string | undefined>) | undefined;
  /** Answers that are known already, by question id. */
  declare prefill: WireAnswers | undefined;
  /** What is known about the subject. */
  declare context: { readonly name?: string; readonly tags?: readonly string[] } | undefined;
  /** Phrases in the place of the form's own. */
  declare messages: Messages | undefined;

  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #height = new ResizeObserver(() => this.#tell('resize', { height: Math.ceil(this.getBoundingClientRect().height) }));
  #conversation: Conversation | undefined;
  #isStale = false;
  #isDue = false;
  #hasTurned = false;

  /** Shows the result, and records it where an assessment is kept. Resolves when that is done or has failed. */
  async submit(): Promise<void> {
    const session = this.#conversation?.session;
    await session?.showResult();
    if (session?.state.assessment !== undefined) await session.record();
  }

  /** Begins anew; what was stored stays stored. */
  reset(): void {
    this.#conversation?.session.reset();
  }

  /** Shows a question by its id. */
  goTo(question: string): void {
    this.#conversation?.session.goTo(question);
  }

  connectedCallback(): void {
    sheet ??= new CSSStyleSheet();
    if (sheet.cssRules.length === 0) sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
    adoptProperties(this, PROPERTIES);
    this.#height.observe(this);
    this.#drawSoon();
  }

  /** An element that is only moved within its page is connected again at once, and goes on as it was. */
  disconnectedCallback(): void {
    this.#height.disconnect();
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before !== after) this.propertyChanged(name);
  }

  /** Draws again, soon; what is set in the same moment counts together. */
  propertyChanged(name: string): void {
    this.#isStale ||= SUBSTANCE.includes(name);
    this.#drawSoon();
  }

  #drawSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.isConnected) this.#draw();
    });
  }

  #draw(): void {
    const { api, session } = this.#isStale ? this.#open() : (this.#conversation ?? this.#open());
    const { state } = session;
    const lang = this.#language();
    const keeping = keepingOf(state, api, this.#home());
    const view = { state, session, say: createSay(lang, this.messages), lang, live: this.live, keeping };
    inPlace(this.#root, () => render(form(view), this.#root, { host: this }));
    // A page that was turned is read from its heading or the question sought; loading takes the focus from nobody.
    if (this.#hasTurned) focusOn(this.#root, state.sought);
    this.#hasTurned = false;
  }

  #open(): Conversation {
    this.#close();
    this.#isStale = false;
    this.#conversation = openConversation({
      home: this.#home(),
      lang: this.#language(),
      getToken: () => this.getToken?.(),
      about: this.#about(),
      changed: (after, before) => this.#follow(before, after),
    });
    return this.#conversation;
  }

  #close(): void {
    this.#conversation?.close();
    this.#conversation = undefined;
    guardLeaving(this.#leaving, false);
  }

  #follow(before: SessionState, after: SessionState): void {
    this.#hasTurned ||= before.stage !== 'loading' && (before.stage !== after.stage || before.page !== after.page);
    this.#drawSoon();
    for (const { name, detail } of announcements(before, after)) this.#tell(name, detail);
    guardLeaving(this.#leaving, after.saving !== 'off' && after.saving !== 'saved');
  }

  readonly #leaving = (event: Event) => event.preventDefault();

  #tell<Name extends keyof AdvisorEvents>(name: Name, detail: AdvisorEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(`delivery-advisor:${name}`, { detail, bubbles: true, composed: true }));
  }

  #home(): string {
    return this.api === undefined ? SERVICE : new URL(this.api, document.baseURI).href;
  }

  /** The language of the element, else that of the page around it. */
  #language(): string {
    return this.lang || (this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang) || 'en';
  }

  #about() {
    const { model = 'delivery-approach', version, depth, assessment, subject, prefill, readonly } = this;
    const { name, tags } = this.context ?? {};
    return {
      model,
      depth: depth === 'full' ? ('full' as const) : ('core' as const),
      readonly,
      version,
      assessment,
      subject: subject ? { ref: subject, name: name || undefined, tags } : undefined,
      prefill: prefill ?? undefined,
    };
  }
}

import { LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { announcements } from './announcements.ts';
import type { Api } from './api/api.ts';
import { createHttpApi } from './api/http-api.ts';
import type { AdvisorEvents } from './events.ts';
import { keepingOf } from './keeping.ts';
import { createSession } from './session/create-session.ts';
import type { Session } from './session/session.ts';
import type { SessionState, WireAnswers } from './session/session-state.ts';
import { styles } from './style/sheets.ts';
import { form } from './view/form.ts';
import { createSay, type Messages } from './words/say.ts';

/** Attributes and properties that say what the conversation is about: when one changes, it begins anew. */
const SUBSTANCE = ['api', 'model', 'version', 'depth', 'assessment', 'subject', 'lang', 'readonly', 'prefill'] as const;

/** The service that this file came from, be it from `/embed.js` or from `/embed/<version>/delivery-advisor.js`. */
const SERVICE = import.meta.url.replace(/embed(\.js|\/[^/]+\/[^/]+)$/, '');

/**
 * The questionnaire and its result, for any page.
 *
 * @fires delivery-advisor:ready, progress, answer, saved, decided, recommendation, error, resize - see `AdvisorEvents`
 */
export class DeliveryAdvisor extends LitElement {
  static override readonly styles = [...styles];

  static override readonly properties: PropertyDeclarations = {
    api: {},
    model: {},
    version: {},
    depth: {},
    assessment: {},
    subject: {},
    lang: { reflect: true },
    theme: { reflect: true },
    readonly: { type: Boolean },
    live: { type: Boolean },
    getToken: { attribute: false },
    prefill: { attribute: false },
    context: { attribute: false },
    messages: { attribute: false },
  };

  /** Where the service is; relative to the page. The service that this file came from when left out. */
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

  #conversation: Conversation | undefined;
  #hasTurned = false;
  readonly #height = new ResizeObserver(() => this.#tell('resize', { height: Math.ceil(this.getBoundingClientRect().height) }));

  readonly #leaving = (event: Event) => event.preventDefault();

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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#height.observe(this);
    if (this.hasUpdated && this.#conversation === undefined) this.#open();
  }

  /** An element that is only moved within its page is connected again at once, and goes on as it was. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#height.disconnect();
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.#conversation === undefined || SUBSTANCE.some((name) => changed.has(name))) this.#open();
  }

  protected override render(): TemplateResult | undefined {
    if (this.#conversation === undefined) return undefined;
    const { api, home, session } = this.#conversation;
    const lang = this.#language();
    const keeping = keepingOf(session.state, api, home);
    return form({ state: session.state, session, say: createSay(lang, this.messages), lang, live: this.live, keeping });
  }

  /** A page that was turned is read from its heading on; loading the form takes the focus from nobody. */
  protected override updated(): void {
    if (this.#hasTurned) this.renderRoot.querySelector<HTMLElement>('[data-focus]')?.focus();
    this.#hasTurned = false;
  }

  #open(): void {
    this.#close();
    const home = this.api === undefined ? SERVICE : new URL(this.api, document.baseURI).href;
    const api = createHttpApi({ base: home, lang: this.#language(), getToken: () => this.getToken?.() });
    const session = createSession({ api, ...this.#substance() });
    let last = session.state;
    const stop = session.subscribe((state) => {
      this.#announce(last, state);
      this.#hasTurned ||= last.stage !== 'loading' && (last.stage !== state.stage || last.page !== state.page);
      last = state;
      this.requestUpdate();
    });
    this.#conversation = { api, home, session, stop };
    void session.load();
  }

  #close(): void {
    this.#conversation?.stop();
    this.#conversation?.session.close();
    this.#conversation = undefined;
    guard(this.#leaving, false);
  }

  #announce(before: SessionState, after: SessionState): void {
    for (const { name, detail } of announcements(before, after)) this.#tell(name, detail);
    guard(this.#leaving, after.saving === 'saving' || after.saving === 'waiting' || after.saving === 'conflict');
  }

  #tell<Name extends keyof AdvisorEvents>(name: Name, detail: AdvisorEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(`delivery-advisor:${name}`, { detail, bubbles: true, composed: true }));
  }

  /** The language of the element, else that of the page around it. */
  #language(): string {
    return this.lang || (this.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang) || 'en';
  }

  #substance() {
    const { model = 'delivery-approach', version, depth, assessment, subject, prefill, context } = this;
    return {
      model,
      depth: depth === 'full' ? ('full' as const) : ('core' as const),
      readonly: this.readonly === true,
      ...(version && { version }),
      ...(assessment && { assessment }),
      ...(subject && { subject: { ref: subject, ...context } }),
      ...(prefill && { prefill }),
    };
  }
}

/** One conversation and what it works with. */
interface Conversation {
  readonly api: Api;
  readonly home: string;
  readonly session: Session;
  readonly stop: () => void;
}

/** Asks before the page is left, or stops asking: only while something is not stored, as browsers slow such pages down. */
function guard(ask: (event: Event) => void, needed: boolean): void {
  if (needed) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}

import type { WireAnswers } from '../../../src/embed/session/session-state.ts';

/** What `<delivery-advisor>` promises to scripts of its page. */
export interface AdvisorElement extends HTMLElement {
  getToken: (() => Promise<string | undefined>) | undefined;
  prefill: WireAnswers | undefined;
  context: { readonly name?: string; readonly tags?: readonly string[] } | undefined;
  submit(): Promise<void>;
  reset(): void;
  goTo(question: string): void;
}

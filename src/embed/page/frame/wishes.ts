import type { DeliveryAdvisor } from '../../delivery-advisor.ts';
import { showTheme } from '../theme.ts';
import type { HostMessage } from './message.ts';

/** What has to be known before a wish is fulfilled. */
export interface Circumstances {
  /** Whether somebody has answered already. */
  readonly isTouched: boolean;
  readonly getToken: () => Promise<string | undefined>;
}

/** What the host says first. */
export type Initiation = Extract<HostMessage, { type: 'init' }>;

/** Gives the form what the host has for it; what would begin the conversation anew only while nobody has answered. */
export function fulfil(
  form: DeliveryAdvisor,
  { prefill, context, theme, lang, tokens }: Initiation,
  { isTouched, getToken }: Circumstances,
): void {
  if (theme !== undefined) {
    form.theme = theme;
    showTheme(theme);
  }
  if (context !== undefined) form.context = { ...form.context, ...context };
  if (tokens) form.getToken = getToken;
  if (isTouched) return;
  if (lang !== undefined) form.lang = lang;
  // With tokens at hand the form begins anew even where nothing is known beforehand: without one it got nowhere.
  if (prefill !== undefined || tokens) form.prefill = { ...prefill };
}

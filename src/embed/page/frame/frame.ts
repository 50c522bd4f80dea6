import type { Announcement } from '../../announcements.ts';
import type { DeliveryAdvisor } from '../../delivery-advisor.ts';
import { onEvent, placeForm } from '../placed-form.ts';
import { settingsOfFrame } from '../settings.ts';
import { frameHeight } from './height.ts';
import { type FrameMessage, type HostMessage, hostMessageIn, sealed } from './message.ts';
import { isFromHost } from './sender.ts';
import { createTokens } from './tokens.ts';

const settings = settingsOfFrame(location);
showTheme(settings.attributes['theme']);
if (window.parent === window) placeForm('../', settings);
else speakWithHost(placeForm('../', settings));

/** Answers the page around this one, once that has said hello from an origin that may. */
function speakWithHost(form: DeliveryAdvisor): void {
  let host: string | undefined;
  let isTouched = false;
  let height = 0;
  /** The last of each event, for a host that comes later. */
  const told = new Map<string, Announcement>();
  const tell = (message: FrameMessage) => host !== undefined && window.parent.postMessage(sealed(message), host);
  const tokens = createTokens((request) => tell({ type: 'getToken', request }));

  const answer = (message: HostMessage) => {
    if (message.type === 'hello') welcome();
    else if (message.type === 'init') fulfil(form, message, { isTouched, getToken: tokens.get });
    else if (message.type === 'token') tokens.settle(message.request, message.token);
    else if (message.type === 'goTo') form.goTo(message.question);
    else if (message.type === 'submit') void form.submit();
    else form.reset();
  };
  const welcome = () => {
    tell({ type: 'ready' });
    tell({ type: 'resize', height });
    for (const event of told.values()) tell({ type: 'event', event });
  };

  addEventListener('message', (event) => {
    const message = isFromHost(event, window.parent, allowedOrigins()) ? hostMessageIn(event.data) : undefined;
    if (message === undefined) return;
    host = event.origin;
    answer(message);
  });
  onEvent(form, (event) => {
    if (event.name === 'answer') isTouched = true;
    told.set(event.name, event);
    tell({ type: 'event', event });
  });
  new ResizeObserver(() => {
    height = frameHeight(document.body.getBoundingClientRect().height);
    tell({ type: 'resize', height });
  }).observe(document.body);
}

/** Does what the host asks for; what would begin the conversation anew only while nothing has been said. */
function fulfil(
  form: DeliveryAdvisor,
  { prefill, context, theme, lang, tokens }: Extract<HostMessage, { type: 'init' }>,
  { isTouched, getToken }: { readonly isTouched: boolean; readonly getToken: () => Promise<string | undefined> },
): void {
  if (theme !== undefined) {
    form.theme = theme;
    showTheme(theme);
  }
  if (context !== undefined) form.context = { ...form.context, ...context };
  if (tokens) form.getToken = getToken;
  if (isTouched) return;
  if (lang !== undefined) form.lang = lang;
  // With a token at hand the form begins anew even where nothing is known beforehand: without one it got nowhere.
  if (prefill !== undefined || tokens) form.prefill = { ...prefill };
}

function showTheme(theme: string | undefined): void {
  if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
}

/** This service's own origin, and those that it lists in the page. */
function allowedOrigins(): readonly string[] {
  const listed = document.querySelector<HTMLMetaElement>('meta[name="delivery-advisor-origins"]')?.content ?? '';
  return [location.origin, ...listed.split(' ')];
}

import type { Announcement } from '../../announcements.ts';
import type { DeliveryAdvisor } from '../../delivery-advisor.ts';
import { onEvent, placeForm } from '../placed-form.ts';
import { settingsOfFrame } from '../settings.ts';
import { showTheme } from '../theme.ts';
import { frameHeight } from './height.ts';
import { openHostLine } from './host-line.ts';
import type { HostMessage } from './message.ts';
import { createTokens } from './tokens.ts';
import { fulfil, type Initiation } from './wishes.ts';

const settings = settingsOfFrame(location);
showTheme(settings.attributes['theme']);
const form = placeForm('../', settings);
if (window.parent !== window) connectWithHost(form);

/** Tells the page around this one what the form tells, and does what that page asks for. */
function connectWithHost(form: DeliveryAdvisor): void {
  /** The last of each event, for a host that comes later. */
  const told = new Map<string, Announcement>();
  let fulfilled = '';
  const { tell } = openHostLine(allowedOrigins(), answer);
  const tokens = createTokens((request) => tell({ type: 'getToken', request }));
  const tellHeight = () => tell({ type: 'resize', height: frameHeight(document.body.getBoundingClientRect().height) });

  function answer(message: HostMessage): void {
    if (message.type === 'hello') welcome();
    else if (message.type === 'init') obey(message);
    else if (message.type === 'token') tokens.settle(message.request, message.token);
    else if (message.type === 'goTo') form.goTo(message.question);
    else if (message.type === 'submit') void form.submit();
    else form.reset();
  }
  /** Hosts greet again once the frame has loaded; the same wishes are fulfilled once. */
  function obey(wishes: Initiation): void {
    const text = JSON.stringify(wishes);
    if (text !== fulfilled) fulfil(form, wishes, { isTouched: told.has('answer'), getToken: tokens.get });
    fulfilled = text;
  }
  function welcome(): void {
    tell({ type: 'ready' });
    tellHeight();
    for (const event of told.values()) tell({ type: 'event', event });
  }

  onEvent(form, (event) => {
    told.set(event.name, event);
    tell({ type: 'event', event });
  });
  new ResizeObserver(tellHeight).observe(document.body);
}

/** This service's own origin, and those that it lists in the page. */
function allowedOrigins(): readonly string[] {
  const listed = document.querySelector<HTMLMetaElement>('meta[name="delivery-advisor-origins"]')?.content ?? '';
  return [location.origin, ...listed.split(' ').filter((origin) => origin !== '')];
}

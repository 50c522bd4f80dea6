import type { Announcement } from '../../announcements.ts';
import type { WireAnswers } from '../../session/session-state.ts';

/** What a page may tell the form in a frame on it; the same as on the element. */
export interface Wishes {
  readonly prefill?: WireAnswers;
  readonly context?: { readonly name?: string; readonly tags?: readonly string[] };
  readonly theme?: string;
  /** BCP 47 tag. */
  readonly lang?: string;
}

/** What the host says to the frame. */
export type HostMessage =
  /** Repeated until the frame answers. */
  | { readonly type: 'hello' }
  /** The answer to `ready`. `tokens` says whether the frame may ask for some. */
  | ({ readonly type: 'init'; readonly tokens: boolean } & Wishes)
  /** The answer to the `getToken` of that number; without a token the service is called without one. */
  | { readonly type: 'token'; readonly request: number; readonly token?: string }
  | { readonly type: 'submit' }
  | { readonly type: 'reset' }
  | { readonly type: 'goTo'; readonly question: string };

/** What the frame says to its host. */
export type FrameMessage =
  /** The answer to `hello`. */
  | { readonly type: 'ready' }
  /** What the element told its page. */
  | { readonly type: 'event'; readonly event: Announcement }
  /** How high the frame should be, in CSS pixels. */
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'getToken'; readonly request: number };

/** What travels: a message that says whose it is and in which version of the protocol. */
export type Sealed<Message> = Message & { readonly source: typeof SOURCE; readonly v: typeof VERSION };

const SOURCE = 'delivery-advisor';
const VERSION = 1;

/** The parts that a message of each type must have. */
type Parts = Readonly<Record<string, Readonly<Record<string, (part: unknown) => boolean>>>>;

const HOST_PARTS = {
  hello: {},
  init: { tokens: isBoolean, prefill: isLoose, context: isLoose, theme: isLooseText, lang: isLooseText },
  token: { request: Number.isInteger, token: isLooseText },
  submit: {},
  reset: {},
  goTo: { question: isText },
} satisfies Record<HostMessage['type'], Parts[string]>;

const FRAME_PARTS = {
  ready: {},
  event: { event: isAnnouncement },
  resize: { height: Number.isFinite },
  getToken: { request: Number.isInteger },
} satisfies Record<FrameMessage['type'], Parts[string]>;

/** Makes a message ready to travel. */
export function sealed<Message extends HostMessage | FrameMessage>(message: Message): Sealed<Message> {
  return { ...message, source: SOURCE, v: VERSION };
}

/** What a host says; undefined for data of anybody else, of another version or of a type that is not known. */
export function hostMessageIn(data: unknown): HostMessage | undefined {
  // The parts have just been checked.
  return isMessage(data, HOST_PARTS) ? (data as HostMessage) : undefined;
}

/** What a frame says; undefined for data of anybody else, of another version or of a type that is not known. */
export function frameMessageIn(data: unknown): FrameMessage | undefined {
  // The parts have just been checked; details of events are handed on as they are.
  return isMessage(data, FRAME_PARTS) ? (data as FrameMessage) : undefined;
}

function isMessage(data: unknown, types: Parts): boolean {
  if (!isRecord(data) || data['source'] !== SOURCE || data['v'] !== VERSION) return false;
  const type = data['type'];
  if (typeof type !== 'string' || !Object.hasOwn(types, type)) return false;
  return Object.entries(types[type] ?? {}).every(([name, holds]) => holds(data[name]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnnouncement(value: unknown): boolean {
  return isRecord(value) && isText(value['name']) && isRecord(value['detail']);
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** Loose parts may be absent. */
function isLoose(value: unknown): boolean {
  return value === undefined || isRecord(value);
}

function isLooseText(value: unknown): boolean {
  return value === undefined || isText(value);
}

import type { Announcement } from '../../announcements.ts';
import { frameHeight } from './height.ts';
import { type FrameMessage, frameMessageIn, type HostMessage, sealed, type Wishes } from './message.ts';
import { isFromFrame } from './sender.ts';

/** What a page wants from the frame. */
export interface Options extends Wishes {
  /** Where the frame comes from; the origin of its `src` when left out. */
  readonly origin?: string;
  /** Gives a bearer token for the service; asked before each request. */
  readonly getToken?: () => Promise<string | undefined>;
  /** Hears everything that the form tells; `resize` is carried out already. */
  readonly onEvent?: (event: Announcement) => void;
}

/** What a page can do with the form in the frame; the same as with the element. */
export interface Connection {
  submit(): void;
  reset(): void;
  goTo(question: string): void;
  /** Listens and sizes no longer. */
  close(): void;
}

/** Milliseconds between two greetings, and how many there are for one page in the frame. */
const [PAUSE, GREETINGS] = [200, 50];

/** Connects a page with the form in one of its frames: keeps the frame as high as the form and hands on what is told. */
export function connect(frame: HTMLIFrameElement, options: Options = {}): Connection {
  const origin = options.origin ?? new URL(frame.src, document.baseURI).origin;
  const tell = (message: HostMessage) => frame.contentWindow?.postMessage(sealed(message), origin);
  const greeting = createGreeting(() => isThere(frame) && tell({ type: 'hello' }));

  const answer = (message: FrameMessage) => {
    if (message.type === 'ready') {
      greeting.stop();
      tell({ type: 'init', ...wishesOf(options), tokens: options.getToken !== undefined });
    } else if (message.type === 'resize') {
      const height = frameHeight(message.height);
      frame.style.height = `${height}px`;
      options.onEvent?.({ name: 'resize', detail: { height } });
    } else if (message.type === 'event') options.onEvent?.(message.event);
    else void tokenFor(options).then((token) => tell({ type: 'token', request: message.request, ...(token && { token }) }));
  };
  const listen = (event: MessageEvent) => {
    const message = isFromFrame(event, frame.contentWindow, origin) ? frameMessageIn(event.data) : undefined;
    if (message !== undefined) answer(message);
  };

  addEventListener('message', listen);
  frame.addEventListener('load', greeting.start);
  greeting.start();
  return {
    submit: () => tell({ type: 'submit' }),
    reset: () => tell({ type: 'reset' }),
    goTo: (question) => tell({ type: 'goTo', question }),
    close() {
      greeting.stop();
      removeEventListener('message', listen);
      frame.removeEventListener('load', greeting.start);
    },
  };
}

/** Greets at once and again after pauses, until it is stopped or there is no hope. */
function createGreeting(greet: () => void): { start(): void; stop(): void } {
  let timer = 0;
  const stop = () => clearInterval(timer);
  return {
    stop,
    start() {
      let left = GREETINGS;
      stop();
      timer = window.setInterval(() => (left-- > 0 ? greet() : stop()), PAUSE);
      greet();
    },
  };
}

/** Whether the frame has left the empty page that it begins with, whose origin is not the expected one. */
function isThere(frame: HTMLIFrameElement): boolean {
  return frame.contentDocument?.URL !== 'about:blank';
}

function wishesOf({ prefill, context, theme, lang }: Options): Wishes {
  return { ...(prefill && { prefill }), ...(context && { context }), ...(theme && { theme }), ...(lang && { lang }) };
}

/** A page that cannot get a token lets the service say what is missing. */
async function tokenFor({ getToken }: Options): Promise<string | undefined> {
  try {
    return await getToken?.();
  } catch {
    return undefined;
  }
}

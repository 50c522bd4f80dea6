import { type FrameMessage, type HostMessage, hostMessageIn, sealed } from './message.ts';
import { isFromHost } from './sender.ts';

/** The line to the page around this frame. */
export interface HostLine {
  /** Says something to the host; nothing is said before the host has spoken from an origin that may. */
  tell(message: FrameMessage): void;
}

/**
 * Opens the line. The answer goes to the origin that spoke last, and to no other.
 *
 * @param origins those that may speak.
 */
export function openHostLine(origins: readonly string[], listener: (message: HostMessage) => void): HostLine {
  let host: string | undefined;
  addEventListener('message', (event) => {
    const message = isFromHost(event, window.parent, origins) ? hostMessageIn(event.data) : undefined;
    if (message === undefined) return;
    host = event.origin;
    listener(message);
  });
  return {
    tell(message) {
      if (host !== undefined) window.parent.postMessage(sealed(message), host);
    },
  };
}

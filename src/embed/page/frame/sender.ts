/** What tells where a message came from. */
export type Origin = Pick<MessageEvent, 'source' | 'origin'>;

/** Whether a message came from the page around this frame, and that page is one that may speak to it. */
export function isFromHost(event: Origin, host: Origin['source'], origins: readonly string[]): boolean {
  return event.source !== null && event.source === host && origins.includes(event.origin);
}

/** Whether a message came from a frame while the expected origin was shown in it. */
export function isFromFrame(event: Origin, frame: Origin['source'], origin: string): boolean {
  return event.source !== null && event.source === frame && event.origin === origin;
}

/** Time, chance and the network's coming back, from outside. */
export interface Timing {
  /** Calls back after so many milliseconds; gives the way to prevent that. */
  after(milliseconds: number, callback: () => void): () => void;
  /** 0 … 1, 1 excluded. */
  random(): number;
  /** Sends `online` when the network is back. */
  readonly online: EventTarget;
}

/** The browser's own. */
export function browserTiming(): Timing {
  return {
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    online: window,
  };
}

/** Sleep that somebody may end. */
export interface Nap {
  /** Resolves after so many milliseconds, or when it is woken; at once where it was woken since it last slept. */
  nap(milliseconds: number): Promise<void>;
  wake(): void;
}

/** A nap for one sleeper. It keeps no process alive. */
export function createNap(): Nap {
  let isWanted = false;
  let rise = () => {};
  return {
    async nap(milliseconds) {
      if (!isWanted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds).unref();
          rise = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isWanted = false;
    },
    wake() {
      isWanted = true;
      rise();
    },
  };
}

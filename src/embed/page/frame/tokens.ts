/** Asks the host for tokens on behalf of the form. */
export interface Tokens {
  /** Resolves with what the host gives for this very question. */
  get(): Promise<string | undefined>;
  settle(request: number, token: string | undefined): void;
}

/** @param ask sends a question with its number. */
export function createTokens(ask: (request: number) => void): Tokens {
  const waiting = new Map<number, (token: string | undefined) => void>();
  let asked = 0;
  return {
    get: () =>
      new Promise((resolve) => {
        asked++;
        waiting.set(asked, resolve);
        ask(asked);
      }),
    settle(request, token) {
      waiting.get(request)?.(token);
      waiting.delete(request);
    },
  };
}

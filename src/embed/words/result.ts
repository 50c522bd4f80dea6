/** What the form says about the result. */
export const RESULT = {} as const;

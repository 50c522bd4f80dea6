/** What the form says about landing, questions and progress. */
export const ASKING = {} as const;

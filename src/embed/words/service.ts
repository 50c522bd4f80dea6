/** What the form says about saving, conflicts and failures. */
export const SERVICE = {} as const;

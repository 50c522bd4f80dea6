/** Where everything lives that is not given a workspace. */
export const DEFAULT_WORKSPACE = 'default';

/** Whether a text can name a workspace: 1 … 100 letters, digits, dots, underscores and hyphens. */
export function isWorkspaceName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text);
}

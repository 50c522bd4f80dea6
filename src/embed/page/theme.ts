/** Shows the page in a theme: `light`, `dark`, or as the reader has it. */
export function showTheme(theme: string | undefined): void {
  if (theme !== undefined) document.documentElement.dataset['theme'] = theme;
}

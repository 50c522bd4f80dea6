/** Sequences of ECMA-48 (SGR) that switch a style on, by what it is used for. */
const STYLES = { strong: 1, faint: 2, good: 32, careful: 33, bad: 31 } as const;

/** Gives a text a style where colours are wanted, and leaves it alone where not. */
export type Paint = Readonly<Record<keyof typeof STYLES, (text: string) => string>>;

/** @param colours whether the terminal may be coloured. */
export function paint(colours: boolean): Paint {
  const styled = (code: number) => (text: string) => (colours && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    strong: styled(STYLES.strong),
    faint: styled(STYLES.faint),
    good: styled(STYLES.good),
    careful: styled(STYLES.careful),
    bad: styled(STYLES.bad),
  };
}

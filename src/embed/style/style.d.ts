/** A style sheet, as text: the bundler reads and shortens it. */
declare module '*.css' {
  const text: string;
  export default text;
}

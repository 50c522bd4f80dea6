/** How many hues there are; further alternatives begin again with the first, told apart by their labels. */
const HUES = 5;

/** Colours for paper and for bright rooms: quiet, told apart by the colour-blind, each at least 3:1 on the surface. */
const LIGHT = `
  --surface: #ffffff; --text: #1b2026; --muted: #565f6b; --line: #d8dce1; --wash: #f4f5f6;
  --hue-0: #b06f1f; --hue-1: #2f6096; --hue-2: #3f8475; --hue-3: #84557f; --hue-4: #6b6f3a;`;

/** The same meanings in the dark. */
const DARK = `
  --surface: #15181b; --text: #e6e8ea; --muted: #a2aab4; --line: #343a41; --wash: #1d2125;
  --hue-0: #dba45c; --hue-1: #84b2e0; --hue-2: #74bfad; --hue-3: #c79ac2; --hue-4: #b3b872;`;

/** Declares the colours of both on an element; on paper they are always the light ones. */
export function palette(selector: string): string {
  return `
${selector} { color-scheme: light dark; ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { ${selector} { ${DARK} } }`;
}

/** The class of the colour that an alternative has everywhere. */
export function hueClass(hue: number): string {
  return `hue-${hue % HUES}`;
}

/** The id of the pattern that an alternative has beside its colour; every third is plain. */
export function patternId(hue: number): string {
  return `pattern-${hue % 3}`;
}

/** What the shapes of charts look like. */
export const CHART_STYLE = `
.chart { display: block; font-variant-numeric: tabular-nums; overflow: visible; }
.chart text { fill: var(--text); font-size: 14px; }
.chart .name { font-weight: 600; }
.chart .small { fill: var(--muted); font-size: 12px; }
.chart .out { text-decoration: line-through; fill: var(--muted); font-weight: 400; }
.chart .grid { stroke: var(--line); stroke-width: 1; }
.chart .middle { stroke: var(--muted); stroke-width: 1; }
.chart .whisker { stroke: var(--text); stroke-width: 1.5; }
.chart .faded { opacity: .4; }
${Array.from({ length: HUES }, (_, hue) => `.chart .hue-${hue} { fill: var(--hue-${hue}); }`).join('\n')}
.pattern { stroke: var(--surface); fill: var(--surface); }`;

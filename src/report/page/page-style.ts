import { CHART_STYLE, palette } from '../chart/palette.ts';
import { PRINT_STYLE } from './print-style.ts';

/** The one style sheet of the page, which a content security policy must allow. */
export const PAGE_STYLE = `${palette(':root')}
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--surface); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
body { margin: 0; overflow-wrap: break-word; }
main { max-width: 62rem; margin: 0 auto; padding: 48px 24px 64px; }
h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.563rem; line-height: 1.25; font-weight: 600; }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; margin: 40px 0 12px; }
h3 { font-size: 1rem; font-weight: 600; margin: 16px 0 4px; }
p, li, dd { max-width: 68ch; }
header p { margin-top: 8px; }
a { color: inherit; text-decoration-color: var(--muted); text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--hue-1); outline-offset: 2px; }
b, strong { font-weight: 600; }
ul, .steps { list-style: none; }
li { margin-top: 8px; }
code { font: .875em ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.kicker, .note, small, .quiet, .cite { color: var(--muted); }
.kicker, .note, small, .quiet, .columns, table, summary { font-size: .875rem; }
.lead { font-size: 1.25rem; line-height: 1.4; }
.cite { font-size: .75em; line-height: 0; vertical-align: baseline; position: relative; top: -.4em; }
.cite a { text-decoration: none; }
.quiet li:first-child { margin-top: 0; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 0 4px 16px; text-align: right; font-weight: 400; vertical-align: middle; border-bottom: 1px solid var(--line); }
th:first-child { padding-left: 0; text-align: left; }
thead th { color: var(--muted); }
.bars { width: 46%; }
.versus { display: flex; justify-content: space-between; gap: 8px; }
.reasons b { font-variant-numeric: tabular-nums; }
.reasons small { white-space: normal; }
details { margin-top: 16px; }
summary { cursor: pointer; color: var(--muted); }
.advice { margin-top: 40px; }
.advice section:first-child h2 { margin-top: 0; }
.advice li { break-inside: avoid; }
.advice h2 { break-after: avoid; }
.checklist li { padding-left: 28px; position: relative; }
.checklist li::before { content: ""; position: absolute; left: 0; top: .3em; width: 14px; height: 14px; border: 1.5px solid var(--muted); border-radius: 2px; }
.checklist em { font-style: normal; color: var(--muted); }
.steps { counter-reset: step; }
.steps li { padding-left: 32px; position: relative; counter-increment: step; }
.steps li::before { content: counter(step) "."; position: absolute; left: 0; color: var(--muted); }
dl > div { break-inside: avoid; margin-top: 6px; }
dt { color: var(--muted); }
dd { font-weight: 600; }
.sources li { break-inside: avoid; margin: 4px 0 0 28px; }
@media (min-width: 900px) {
  .beside { display: grid; grid-template-columns: 3fr 2fr; gap: 40px; align-items: start; }
  .halves { display: grid; grid-template-columns: 1fr 1fr; gap: 40px; }
  .advice { columns: 2; column-gap: 40px; }
  .columns { columns: 2; column-gap: 40px; }
}
@media (max-width: 480px) {
  main { padding: 24px 16px 40px; }
  .bars { width: 26%; }
  th, td { padding-left: 8px; }
  th:first-child { overflow-wrap: anywhere; hyphens: auto; }
}
${CHART_STYLE}
${PRINT_STYLE}
`;

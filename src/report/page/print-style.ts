/** How the page comes to paper: two sides of A4, small but legible, charts in ink. */
export const PRINT_STYLE = `
@page {
  size: A4;
  margin: 10mm 12mm 12mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 7pt system-ui, sans-serif; color: #565f6b; }
}
@media print {
  html { font-size: 7.3pt; line-height: 1.26; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  p, li, dd { max-width: none; }
  h2 { margin: 7pt 0 2pt; font-size: 10pt; break-after: avoid; }
  h3 { margin: 3pt 0 1pt; break-after: avoid; }
  li { margin-top: 1.5pt; }
  header p { margin-top: 2pt; }
  a { text-decoration: none; }
  th, td { padding-top: .8pt; padding-bottom: .8pt; }
  tr, li { break-inside: avoid; }
  .chart text { font-size: 8pt; }
  .chart .small { font-size: 7pt; }
  .kicker, .note, small, .quiet, table { font-size: 6.8pt; }
  .columns { font-size: 6.5pt; line-height: 1.22; }
  td .chart { height: 8pt; }
  .lead { font-size: 10pt; }
  .beside { display: grid; grid-template-columns: 3fr 2fr; gap: 16pt; align-items: start; }
  .halves { display: grid; grid-template-columns: 1fr 1fr; gap: 16pt; }
  .advice { columns: 2; column-gap: 16pt; margin-top: 7pt; }
  .checklist li, .steps li { padding-left: 14pt; }
  .checklist li::before { width: 6pt; height: 6pt; border-width: .6pt; }
  .columns { columns: 3; column-gap: 12pt; }
  .columns h3 { font-size: 6.8pt; }
  .columns h3:first-child { margin-top: 0; }
  dl > div { margin-top: 1pt; }
  dt, dd { display: inline; }
  dt::after { content: " "; }
  .sources { columns: auto; font-size: 6.2pt; line-height: 1.25; }
  .sources li { display: inline; margin: 0 6pt 0 0; }
  .sources li::before { content: attr(value) " "; font-weight: 600; }
  details { display: none; }
}`;

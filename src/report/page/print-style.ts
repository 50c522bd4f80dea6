/** How the page comes to paper: two sides of A4, small but legible, charts in ink. */
export const PRINT_STYLE = `
@page {
  size: A4;
  margin: 13mm 14mm 14mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 7pt system-ui, sans-serif; color: #565f6b; }
}
@media print {
  html { font-size: 8pt; line-height: 1.32; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  p, li, dd { max-width: none; }
  h2 { margin: 10pt 0 3pt; font-size: 10pt; break-after: avoid; }
  h3 { margin: 5pt 0 1pt; break-after: avoid; }
  li { margin-top: 2pt; }
  header p { margin-top: 2pt; }
  a { text-decoration: none; }
  th, td { padding-top: .8pt; padding-bottom: .8pt; }
  tr, li { break-inside: avoid; }
  .chart text { font-size: 8.5pt; }
  .chart .small { font-size: 7pt; }
  .kicker, .note, small, .quiet, .columns, table { font-size: 7.2pt; }
  .lead { font-size: 10pt; }
  .beside { display: grid; grid-template-columns: 3fr 2fr; gap: 16pt; align-items: start; }
  .halves { display: grid; grid-template-columns: 1fr 1fr; gap: 16pt; }
  .advice { columns: 2; column-gap: 16pt; }
  .advice section { break-inside: auto; }
  .advice section:first-child h2 { margin-top: 10pt; }
  .checklist li, .steps li { padding-left: 14pt; }
  .checklist li::before { width: 6pt; height: 6pt; border-width: .6pt; }
  .columns { columns: 3; column-gap: 12pt; }
  .columns h3:first-child { margin-top: 0; }
  dl > div { margin-top: 1.5pt; }
  dt, dd { display: inline; }
  .sources { font-size: 6.2pt; line-height: 1.25; }
  .sources li { margin: 0 0 0 14pt; }
  details { display: none; }
}`;

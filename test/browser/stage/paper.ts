/** How many pages a PDF of Chromium has: it writes one uncompressed page object for each. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

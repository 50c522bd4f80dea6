import { type PlacedFinding, placeInWords } from './text/place.ts';

/** What was found in one file, or about a directory as a whole. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly PlacedFinding[];
}

/** Thrown when decision models are wrong. The message has one line `file path message` for each finding. */
export class ModelsRefused extends Error {
  readonly files: readonly FileFindings[];

  constructor(files: readonly FileFindings[]) {
    super(files.flatMap(linesOf).join('\n'));
    this.name = 'ModelsRefused';
    this.files = files;
  }
}

function linesOf({ file, findings }: FileFindings): readonly string[] {
  return findings.map(({ severity, path, place, message }) => {
    const remark = severity === 'warning' ? '(warning)' : '';
    return oneLine([file, path, remark, place && `${placeInWords(place)}:`, message].filter(Boolean).join(' '));
  });
}

/** File names, keys and quoted texts may hold line breaks and terminal controls. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}

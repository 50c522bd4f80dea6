import { LONGEST_LINE } from '../../contract/operation.ts';

/** A line with something on it; the bytes of one that is too long are gone. */
export interface Line {
  /** From 1, blank lines counted. */
  readonly number: number;
  /** Without what ends the line. */
  readonly bytes: Uint8Array | undefined;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, CARRIAGE_RETURN]);

/**
 * The lines of a text whose parts arrive one by one, cut anywhere: each time that parts complete lines, those of them that
 * are not blank. Never holds more than a part and one line. What is on the lines is for others to read.
 */
export async function* linesIn(parts: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  const beginning = createBeginning();
  let number = 0;
  for await (const part of parts) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = part.indexOf(LINE_FEED); end !== -1; end = part.indexOf(LINE_FEED, start)) {
      const bytes = beginning.completedBy(part.subarray(start, end));
      number++;
      if (bytes === undefined || !isBlank(bytes)) lines.push({ number, bytes });
      start = end + 1;
    }
    beginning.add(part.subarray(start));
    if (start > 0) yield lines;
  }
  const last = beginning.completedBy(new Uint8Array());
  if (last === undefined || !isBlank(last)) yield [{ number: number + 1, bytes: last }];
}

/** Keeps the beginning of a line until its end arrives, unless it is too long. */
function createBeginning() {
  const bytes = Buffer.allocUnsafe(LONGEST_LINE + 1);
  let length = 0;
  return {
    add(part: Uint8Array): void {
      if (length + part.length <= bytes.length) bytes.set(part, length);
      length += part.length;
    },
    /** The whole line, in bytes of its own or of the part; undefined when there are too many. */
    completedBy(end: Uint8Array): Uint8Array | undefined {
      const begun = length;
      length = 0;
      if (begun + end.length > bytes.length) return undefined;
      const line = withoutReturn(begun === 0 ? end : Buffer.concat([bytes.subarray(0, begun), end]));
      return line.length > LONGEST_LINE ? undefined : line;
    },
  };
}

/** Lines may end as they do on Windows. */
function withoutReturn(line: Uint8Array): Uint8Array {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => BLANKS.has(byte));
}

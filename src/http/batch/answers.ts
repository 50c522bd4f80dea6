import type { Pace } from '../limits/pace.ts';
import type { Line } from './lines.ts';
import type { Turns } from './turns.ts';

/** What a batch is answered with and by. */
export interface BatchWork {
  /** The answer to a line, without a line break; there at once for almost all of them. */
  readonly answer: (line: Line) => string | Promise<string>;
  readonly turns: Turns;
  readonly pace: Pace;
}

/** Milliseconds of work, and characters of answers, after which others have their turn and answers are sent. */
const PIECE = 5;
const LARGEST_PART = 64 * 1024;

/**
 * Answers lines in their order. No line is asked for before the answers to those before it have been taken, and nothing
 * is held back while more lines are waited for.
 */
export async function* answersTo(
  arriving: AsyncIterable<readonly Line[]>,
  { answer, turns, pace }: BatchWork,
): AsyncGenerator<Uint8Array> {
  for await (const lines of arriving) {
    pace.rests();
    await turns();
    let begun = performance.now();
    let text = '';
    for (const line of lines) {
      const answered = answer(line);
      text += typeof answered === 'string' ? answered : await answered;
      text += '\n';
      const isOver = performance.now() - begun > PIECE;
      if (!isOver && text.length < LARGEST_PART) continue;
      pace.counts();
      yield Buffer.from(text);
      pace.rests();
      text = '';
      if (isOver) await turns();
      begun = performance.now();
    }
    pace.counts();
    if (text === '') continue;
    yield Buffer.from(text);
    pace.counts();
  }
}

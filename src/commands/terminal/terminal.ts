import { EXIT } from '../exit-code.ts';

/** Where a command reads from and writes to. */
export interface Terminal {
  /** Characters that fit on a line. */
  readonly columns: number;
  /** Whether what is printed may be coloured. */
  readonly colours: boolean;
  /** Results, for people or programs. */
  print(text: string): void;
  /** Remarks and findings beside the result. */
  remark(text: string): void;
  /** All that is piped in. */
  input(): Promise<Uint8Array>;
}

/** Columns of a line where nobody says how many there are: in logs and files. */
const LOG_COLUMNS = 100;

/** The terminal of this process. Colours are for screens, and not for those who set NO_COLOR (no-color.org). */
export function processTerminal({ stdin, stdout, stderr, exit }: NodeJS.Process): Terminal {
  // Whoever reads may have read enough, as `head` does; then nobody is there to be told anything more.
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => (code === 'EPIPE' ? exit() : exit(EXIT.internal)));
  return {
    // Pipelines give programs terminals that say they have no columns at all.
    columns: stdout.isTTY && stdout.columns > 0 ? stdout.columns : LOG_COLUMNS,
    colours: stdout.isTTY ? stdout.hasColors() : false,
    print: (text) => void stdout.write(`${text}\n`),
    remark: (text) => void stderr.write(`${text}\n`),
    async input() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

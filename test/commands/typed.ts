import { carriedOut } from '../../src/commands/command-line.ts';
import type { Terminal } from '../../src/commands/terminal/terminal.ts';

/** What a command said, and how it ended. */
export interface Said {
  readonly code: number;
  readonly printed: string;
  readonly remarks: string;
}

/** Types a command at a terminal that writes down what it is told. */
export async function typed(
  line: readonly string[],
  { columns = 100, colours = false, input = '' }: { columns?: number; colours?: boolean; input?: string } = {},
): Promise<Said> {
  const [printed, remarks]: [string[], string[]] = [[], []];
  const terminal: Terminal = {
    columns,
    colours,
    print: (text) => printed.push(text),
    remark: (text) => remarks.push(text),
    input: async () => Buffer.from(input),
  };
  const code = await carriedOut(line, terminal);
  return { code, printed: printed.join('\n'), remarks: remarks.join('\n') };
}

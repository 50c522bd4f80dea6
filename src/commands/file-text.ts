import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { ModelFormat } from '../models/text/model-text.ts';
import { CommandFailure, EXIT } from './exit-code.ts';
import type { Terminal } from './terminal/terminal.ts';

/** The text of a file that somebody named, and what it is called in findings. */
export interface NamedText {
  readonly file: string;
  readonly format: ModelFormat;
  readonly text: string;
}

/**
 * Reads a file, or what is piped in where it is called `-`. What is piped in is read as YAML, which JSON also is.
 *
 * @throws CommandFailure when there is no such file, or it is no text.
 */
export async function namedText(file: string, terminal: Terminal): Promise<NamedText> {
  const bytes = file === '-' ? await terminal.input() : bytesOf(file);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const format = extname(file).toLowerCase() === '.json' ? 'json' : 'yaml';
    return { file: file === '-' ? '<stdin>' : file, format, text };
  } catch {
    throw new CommandFailure(EXIT.data, `${file}:1:1: error not-text This is not UTF-8 text. Save it as UTF-8.`);
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CommandFailure(EXIT.missing, `${file}: this cannot be read: ${reason}.`);
  }
}

/** How commands end; the numbers from 64 on are those of sysexits.h. */
export const EXIT = {
  /** As expected. */
  met: 0,
  /** What was found is not what was expected, or what was wanted could not be done. */
  unmet: 1,
  /** The command line makes no sense (EX_USAGE). */
  usage: 64,
  /** What was read is wrong (EX_DATAERR). */
  data: 65,
  /** What was to be read is not there (EX_NOINPUT). */
  missing: 66,
  /** Something that nobody foresaw (EX_SOFTWARE). */
  internal: 70,
  /** A variable or a model makes no sense (EX_CONFIG). */
  configuration: 78,
} as const;

/** A number that a command ends with. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Thrown where a command cannot go on. The message is for whoever typed it, a finding a line. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = 'CommandFailure';
    this.exitCode = exitCode;
  }
}

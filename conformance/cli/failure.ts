/** How `tconf` ends. Never a count. */
export const EXIT = {
  /** All as expected. */
  ok: 0,
  /** A case failed. */
  failed: 1,
  /** The command was called wrongly, or the fixtures are broken. */
  usage: 2,
  /** The adapter could not be started, or broke the protocol. */
  adapter: 3,
  /** The run is incomplete. */
  incomplete: 4,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A command that cannot go on: one clear line for the reader, and how the process ends. */
export class Failure extends Error {
  readonly exit: Exit;
  constructor(exit: Exit, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'Failure';
    this.exit = exit;
  }
}

export const usage = (message: string, cause?: unknown): Failure => new Failure(EXIT.usage, message, cause);

/** What a thrown value says, in one line. */
export { messageOf as firstLine } from '../values/message.ts';

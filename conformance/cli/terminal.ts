import { ask } from './ask.ts';

/** Where a command writes. Commands know no other way out, so that a test can read what they say. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** A person watches: progress may be shown and overwritten. */
  readonly interactive: boolean;
  readonly columns?: number;
  /** Colours are shown. Default: false. */
  readonly color?: boolean;
  /** Puts a question to the person, if there is one who can answer. */
  readonly ask?: (question: string) => Promise<string>;
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interactive: process.stdout.isTTY === true,
  // Not by picocolors' own guess, which takes every CI service for a terminal.
  color: !process.env.NO_COLOR && (Boolean(process.env.FORCE_COLOR) || process.stdout.isTTY === true),
  ...(process.stdout.isTTY && process.stdin.isTTY
    ? { ask: (question) => ask(question, process.stdin, process.stdout) }
    : {}),
  ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
};

import { suggestion } from '../load/nearest.ts';
import type { KnownReason } from '../values/verdict.ts';

/** Why a line may say that a case fails: what a `fail` is called, another way to end, or that it is flaky. */
export const knownReasons: readonly KnownReason[] = [
  ...(['wrong_value', 'wrong_shape', 'wrong_dtype', 'should_have_thrown', 'threw', 'wrong_error', 'vacuous'] as const),
  ...(['error', 'timeout', 'crash', 'flaky'] as const),
];

/** A line that lists cases. */
export interface KnownLine {
  /** An id, or a glob over ids. */
  readonly pattern: string;
  readonly reason: KnownReason;
  /** What the message of the failure begins with; of a flaky case, any text. Empty if the line does not say. */
  readonly message: string;
  readonly url?: string;
  /** The line's number, from 1. */
  readonly line: number;
  /** Where the pattern begins, from 1. */
  readonly column: number;
}

/** A line that says how many cases of a topic run, at least: what passed and has disappeared would else go unseen. */
export interface Floor {
  /** `ops/log`. */
  readonly topic: string;
  readonly runs: number;
  readonly line: number;
  readonly column: number;
}

/** A place in a known-failures file and what is wrong there. */
export interface KnownFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The lines of a known-failures file: each as it stands, and what it says, if it is no comment and not blank. */
export interface KnownText {
  readonly lines: readonly { readonly text: string; readonly entry?: KnownLine; readonly floor?: Floor }[];
  readonly faults: readonly KnownFault[];
  /** How its lines end. */
  readonly eol: '\n' | '\r\n';
}

const shape = /^(?<indent>\s*)(?<pattern>[^\s#]+)(?<gap>\s*)(?<mark>#?)(?<space>\s*)(?<reason>[^\s:|]*)(?<rest>.*)$/;
const address = /(?:^|\s)\|\s*([a-z][a-z\d+.-]*:\/\/\S+)\s*$/i;

/** What comes after `runs`. */
const count = /^:\s*([1-9]\d{0,5})\s*$/;

const parseLine = (text: string, line: number): KnownLine | Floor | KnownFault => {
  const { indent, pattern, gap, mark, space, reason, rest } = shape.exec(text)!.groups as Record<string, string>;
  const column = indent!.length + 1;
  const afterPattern = column + pattern!.length + gap!.length;
  if (mark === '')
    return { line, column: afterPattern, message: `expected "# reason" after ${pattern}, such as "# wrong_value"` };
  const atReason = afterPattern + 1 + space!.length;
  if (reason === 'runs') {
    const [, number] = count.exec(rest!.trim()) ?? [];
    const message = `expected the number of cases that run after runs, such as "# runs: 7"`;
    return number === undefined
      ? { line, column: atReason, message }
      : { topic: pattern!, runs: Number(number), line, column };
  }
  const known = knownReasons.find((one) => one === reason);
  if (known === undefined) {
    const given = reason === '' ? 'no reason' : `unknown reason ${JSON.stringify(reason)}`;
    const hint = reason === '' ? '' : suggestion(reason!, knownReasons);
    return { line, column: atReason, message: `${given}; expected ${knownReasons.join(', ')}, or runs${hint}` };
  }
  const url = address.exec(rest!)?.[1];
  const said = (url === undefined ? rest! : rest!.replace(address, '')).trim();
  const free = known === 'flaky' && said !== '' && !said.startsWith('|');
  if (said !== '' && !said.startsWith(':') && !free) {
    const due = said.startsWith('|') ? '"| https://…"' : '": message" or "| https://…"';
    const after = atReason + reason!.length + rest!.length - rest!.trimStart().length;
    return { line, column: after, message: `expected ${due} after ${known}, got ${JSON.stringify(said)}` };
  }
  const message = said.replace(/^:/, '').trim();
  return { pattern: pattern!, reason: known, message, ...(url === undefined ? {} : { url }), line, column };
};

/** Reads `id-or-glob  # reason: message prefix | url` or `topic  # runs: n`, line by line; blank lines and lines that begin with # are kept as they are. */
export const parseKnown = (text: string): KnownText => {
  const faults: KnownFault[] = [];
  const body = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  const lines = (body === '' ? [] : body.split(/\r?\n/)).map((raw, i) => {
    if (/^\s*(?:#|$)/.test(raw)) return { text: raw };
    const read = parseLine(raw, i + 1);
    if ('pattern' in read) return { text: raw, entry: read };
    if ('runs' in read) return { text: raw, floor: read };
    faults.push(read);
    return { text: raw };
  });
  return { lines, faults, eol: text.includes('\r\n') ? '\r\n' : '\n' };
};

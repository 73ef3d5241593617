/** One thing that is wrong with a file: where, what, and what was expected. */
export interface Fault {
  /** The file, as messages call it. */
  readonly file: string;
  /** A JSON pointer (`/cases/3/ops/0/with/keepdims`), a line (`12:5`), or empty for the file itself. */
  readonly path: string;
  /** What is there, and what was expected. */
  readonly message: string;
}

/** Takes a fault at a JSON pointer. Checks report everything that they find and never stop at the first. */
export type Report = (path: string, message: string) => void;

/** A fault as one line: file, place and message, joined by colons. */
export const faultLine = (fault: Fault): string =>
  [fault.file, fault.path, fault.message].filter((part) => part !== '').join(': ');

/** A suite in which something is wrong. Nothing runs on it. */
export class BrokenSuite extends Error {
  /** All that is wrong, in the order in which it was found. */
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'));
    this.name = 'BrokenSuite';
    this.faults = faults;
  }
}

/** One more segment of a JSON pointer. */
export const child = (path: string, key: string | number): string =>
  typeof key === 'number' || !/[~/]/.test(key)
    ? `${path}/${key}`
    : `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A JSON value in a message, cut to one short piece. */
export const shown = (value: unknown): string => {
  const text = Object.is(value, -0) ? '-0' : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

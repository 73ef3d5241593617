/** An option that a library does not read. */
export interface LackedOption {
  readonly op: string;
  readonly option: string;
}

/** Thrown by `unsupported`. */
export class Unsupported extends Error {
  /** What tells it from other errors across copies of the suite. */
  override readonly name = 'Unsupported';
  /** What the library lacks, in a few words that are the same in every case: they are counted. */
  readonly what: string;
  /** The options that are lacking, if they are what is. */
  readonly options: readonly LackedOption[] | undefined;
  constructor(what: string, options?: readonly LackedOption[]) {
    super(`unsupported: ${what}`);
    this.what = what;
    this.options = options;
  }
}

/** For an adapter to say that the library lacks a value of an option or operand: `unsupported('conv2d bias')`. */
export const unsupported = (what: string): never => {
  throw new Unsupported(what);
};

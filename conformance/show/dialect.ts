import type { Case, ErrorKind, OpStep, TensorValue } from '../values/case.ts';

/** A language in which cases are printed. Every method gives whole lines, not indented. */
export interface Dialect {
  /** What stands at the top of a program with these lines. */
  readonly header: (c: Case, body: readonly string[]) => string[];
  /** Names that are bound within blocks and stay bound after them, and what `record` collects. */
  readonly declare: (names: readonly string[], records: readonly string[]) => string[];
  /** `rebound`: a block binds the name anew. */
  readonly input: (name: string, value: TensorValue, rebound: boolean) => string;
  readonly op: (step: OpStep) => string[];
  readonly noGrad: (body: readonly string[]) => string[];
  /** What ends at the op that raises, without a word. */
  readonly tried: (body: readonly string[]) => string[];
  readonly repeat: (times: number, body: readonly string[]) => string[];
  readonly loop: (names: string | readonly string[], of: string, body: readonly string[]) => string[];
  readonly attempt: (body: readonly string[], kind: ErrorKind) => string[];
  /** Prints a name or path; `recorded` ones are stacked first. A record of several shapes is not. */
  readonly print: (path: string, recorded: boolean) => string;
  readonly comment: (text: string) => string;
}

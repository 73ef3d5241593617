import type { Fault } from '../load/fault.ts';
import type { SpecText } from '../load/spec.ts';
import type { Case } from '../values/case.ts';

/** What every lint looks at. `cases` are those without faults of their own. */
export interface Linted {
  readonly cases: readonly Case[];
  readonly spec: readonly SpecText[];
}

/** A rule that a suite keeps beyond what the loader demands of each file. */
export interface Lint {
  readonly name: string;
  readonly run: (linted: Linted) => readonly Fault[] | Promise<readonly Fault[]>;
}

/** A fault at a case, which is named by its id: places in a file move, ids do not. */
export const atCase = (one: Case, message: string, field = ''): Fault => ({
  file: one.file,
  path: `${one.id.split('/').at(-1)}${field === '' ? '' : ` ${field}`}`,
  message,
});

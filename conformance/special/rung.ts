/** Cases of one page, before PyTorch is asked. */
import type { Page } from '../pages/page.ts';
import type { FloatDtype } from '../values/dtypes.ts';
import { citing } from './clauses.ts';
import type { Program } from './program.ts';

export interface Rung {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly program: Program;
  /** What a library may document instead. */
  readonly conventions?: readonly { readonly id: string; readonly expected: unknown }[];
}

/** What makes rungs of the pages that it is for, and of others none. */
export type Table = (page: Page, dtype: FloatDtype) => readonly Rung[];

/** A rung of an op in a dtype; `says` is its title, and `clause` the chapter's that it shows. */
export const rung = (
  { name: op }: Page,
  dtype: FloatDtype,
  kind: string,
  clause: string,
  says: string,
  program: Program,
): Rung => ({
  id: `${dtype}-${kind}`,
  title: `${says} in ${dtype}`,
  rules: citing(op, kind, clause),
  program,
});

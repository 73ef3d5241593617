import type { Mismatch, Verdict } from '../verdict.ts';
import { corners } from './corners.ts';
import type { Program } from './program.ts';

/** What of a difference lies in no corner that the spec leaves open, and why the rest does. `exact`: nothing was rounded. */
export const excused = (
  program: Program,
  { mismatches = [] }: Verdict,
  exact: boolean,
): { readonly because: string | undefined; readonly rest: readonly Mismatch[] } => {
  let because: string | undefined;
  const rest = mismatches.filter((mismatch) => {
    const corner = corners.find(({ rounds, holds }) => !(exact && rounds) && holds(program, mismatch, mismatches));
    because ??= corner?.because;
    return corner === undefined;
  });
  return { because, rest };
};

import type { Mismatch } from '../verdict.ts';
import type { Sight } from './corner.ts';
import { corners } from './corners.ts';
import { pytorchCorners } from './pytorch-corners.ts';

export interface Excuses {
  /** Nothing was rounded. */
  readonly exact: boolean;
  /** One of the two sides is PyTorch. */
  readonly pytorch: boolean;
}

/** What of a difference lies in no corner that the spec leaves open, and why the rest does. */
export const excused = (
  sight: Sight,
  { exact, pytorch }: Excuses,
): { readonly because: string | undefined; readonly rest: readonly Mismatch[] } => {
  let because: string | undefined;
  const open = [...corners, ...(pytorch ? pytorchCorners : [])].filter(({ rounds }) => !(exact && rounds));
  const rest = sight.all.filter((mismatch) => {
    const corner = open.find(({ holds }) => holds(mismatch, sight));
    because ??= corner?.because;
    return corner === undefined;
  });
  return { because, rest };
};

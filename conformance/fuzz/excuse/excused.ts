import type { Mismatch } from '../../values/verdict.ts';
import type { Sight } from './corner.ts';
import { corners } from './corners.ts';
import { isOf, pytorchCorners } from './pytorch-corners.ts';

export interface Excuses {
  /** Nothing was rounded. */
  readonly exact: boolean;
  /** The versions of those sides that are PyTorch. */
  readonly pytorch: readonly string[];
}

/** What of a difference lies in no corner that the spec leaves open, and why the rest does. */
export const excused = (
  sight: Sight,
  { exact, pytorch }: Excuses,
): { readonly because: string | undefined; readonly rest: readonly Mismatch[] } => {
  let because: string | undefined;
  const peculiar = pytorchCorners.filter(({ until }) => pytorch.some((version) => isOf(version, until)));
  const open = [...corners, ...peculiar].filter(({ rounds }) => !(exact && rounds));
  const rest = sight.all.filter((mismatch) => {
    const corner = open.find(({ holds }) => holds(mismatch, sight));
    because ??= corner?.because;
    return corner === undefined;
  });
  return { because, rest };
};

import type { Tensor } from '../../../reference/index.ts';
import type { Index } from '../../../reference/ops/indexing/parse.ts';
import type { IndexItem } from '../../adapter/contract.ts';

/** An index expression as the reference takes it: slices as text. */
export const indexOf = (items: readonly IndexItem<Tensor>[]): Index[] =>
  items.map((item) => {
    if (typeof item !== 'object' || item === null) return item;
    return 'tensor' in item ? item.tensor : sliceText(item);
  });

interface Slice {
  readonly start: number | undefined;
  readonly stop: number | undefined;
  readonly step: number | undefined;
}
const sliceText = ({ start, stop, step }: Slice): string =>
  `${start ?? ''}:${stop ?? ''}${step === undefined ? '' : `:${step}`}`;

import type { Tensor } from '../autograd/tensor.ts';
import { raise } from '../numbers/errors.ts';

/** Tensors of equally many rows, seen as one sequence of rows. Source: torch.utils.data.TensorDataset. Raises shape_mismatch. */
export class TensorDataset {
  /** As they were given, of `length` rows each. */
  readonly tensors: readonly Tensor[];
  /** How many rows there are. */
  readonly length: number;

  constructor(...tensors: readonly Tensor[]) {
    const [first = raise('invalid_argument', 'TensorDataset: there are no tensors'), ...rest] = tensors;
    this.length = first.length;
    const other = rest.find((t) => t.length !== this.length);
    if (other !== undefined) {
      raise('shape_mismatch', `TensorDataset: tensors of ${this.length} and ${other.length} rows`);
    }
    this.tensors = tensors;
  }

  /** PyTorch's `dataset[index]`: that row of each tensor. Raises index_out_of_range. */
  at(index: number): Tensor[] {
    return this.tensors.map((t) => t.select(0, index));
  }
}

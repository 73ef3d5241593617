import { raise } from '../errors.ts';
import { Generator, globalGenerator } from '../generator.ts';
import { arange } from '../ops/creation/arange.ts';
import { randperm } from '../ops/random/randperm.ts';
import type { Tensor } from '../tensor.ts';
import { TensorDataset } from './dataset.ts';

export interface DataLoaderOptions {
  /** Default 1. */
  readonly batch_size?: number;
  /** A new order in each pass. Default false. */
  readonly shuffle?: boolean;
  /** Leave out a last batch that is shorter. Default false. */
  readonly drop_last?: boolean;
  /** Where the orders come from, instead of a generator that the default one seeds in each pass. */
  readonly generator?: Generator;
}

/** Goes over a dataset in batches; each loop is a fresh pass. Source: torch.utils.data.DataLoader. Raises invalid_argument. */
export class DataLoader implements Iterable<Tensor[]> {
  readonly dataset: TensorDataset;
  /** How many batches a pass has. */
  readonly length: number;
  readonly #size: number;
  readonly #shuffle: boolean;
  readonly #generator: Generator | undefined;

  constructor(dataset: TensorDataset, options: DataLoaderOptions = {}) {
    if (!(dataset instanceof TensorDataset)) raise('invalid_argument', 'DataLoader: expected a TensorDataset');
    const { batch_size = 1, shuffle = false, drop_last = false, generator } = options;
    if (!Number.isInteger(batch_size) || batch_size < 1) {
      raise('invalid_argument', `DataLoader: batch_size must be a positive integer, not ${batch_size}`);
    }
    if (shuffle && dataset.length === 0) raise('invalid_argument', 'DataLoader: there are no rows to shuffle');
    this.dataset = dataset;
    this.length = drop_last ? Math.floor(dataset.length / batch_size) : Math.ceil(dataset.length / batch_size);
    this.#size = batch_size;
    this.#shuffle = shuffle;
    this.#generator = generator;
  }

  *[Symbol.iterator](): Iterator<Tensor[]> {
    const order = this.#order();
    for (let batch = 0; batch < this.length; batch++) {
      const start = batch * this.#size;
      const rows = order.narrow(0, start, Math.min(this.#size, this.dataset.length - start));
      yield this.dataset.tensors.map((t) => t.getitem(rows));
    }
  }

  // Every pass draws 64 bits first: in PyTorch the seed of its worker processes, which this loader does not have.
  #order(): Tensor {
    const given = this.#generator;
    (given ?? globalGenerator).wide();
    const n = this.dataset.length;
    if (!this.#shuffle) return arange(n);
    return randperm(n, { generator: given ?? new Generator().manual_seed(globalGenerator.wide()) });
  }
}

/** Python's `next(iter(loader))`: the first batch of a fresh pass. */
export function next(loader: DataLoader): Tensor[] {
  for (const batch of loader) return batch;
  return raise('invalid_argument', 'next: the loader has no batches');
}

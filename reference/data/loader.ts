import type { Tensor } from '../autograd/tensor.ts';
import { raise } from '../numbers/errors.ts';
import { Generator, globalGenerator } from '../numbers/generator.ts';
import { arange } from '../ops/creation/arange.ts';
import { tensor } from '../ops/creation/tensor.ts';
import { randperm } from '../ops/random/randperm.ts';
import { TensorDataset } from './dataset.ts';

/** How rows are put into batches. */
export interface DataLoaderOptions {
  /** Default 1. */
  readonly batch_size?: number;
  /** A new order in each pass. Default false. */
  readonly shuffle?: boolean;
  /** Leave out a last batch that is shorter. Default false. */
  readonly drop_last?: boolean;
  /** Which rows, in which order, instead of all of them. */
  readonly sampler?: readonly number[];
  /** Which rows each batch has: nothing else then says what a batch is. */
  readonly batch_sampler?: readonly (readonly number[])[];
  /** Where the orders come from, instead of a generator that the default one seeds in each pass. */
  readonly generator?: Generator;
}

/** Goes over a dataset in batches; each loop is a fresh pass. Source: torch.utils.data.DataLoader. Raises invalid_argument. */
export class DataLoader implements Iterable<Tensor[]> {
  /** What it goes over. */
  readonly dataset: TensorDataset;
  /** How many batches a pass has. */
  readonly length: number;
  readonly #size: number;
  readonly #shuffle: boolean;
  readonly #generator: Generator | undefined;
  readonly #sampler: readonly number[] | undefined;
  readonly #batches: readonly (readonly number[])[] | undefined;

  constructor(dataset: TensorDataset, options: DataLoaderOptions = {}) {
    if (!(dataset instanceof TensorDataset)) raise('invalid_argument', 'DataLoader: expected a TensorDataset');
    const { batch_size = 1, shuffle = false, drop_last = false, generator, sampler, batch_sampler } = options;
    checkSamplers(options);
    if (!Number.isInteger(batch_size) || batch_size < 1) {
      raise('invalid_argument', `DataLoader: batch_size must be a positive integer, not ${batch_size}`);
    }
    if (shuffle && dataset.length === 0) raise('invalid_argument', 'DataLoader: there are no rows to shuffle');
    this.dataset = dataset;
    const rows = sampler?.length ?? dataset.length;
    this.length = batch_sampler?.length ?? (drop_last ? Math.floor : Math.ceil)(rows / batch_size);
    this.#size = batch_size;
    this.#shuffle = shuffle;
    this.#generator = generator;
    this.#sampler = sampler;
    this.#batches = batch_sampler;
  }

  /** One pass: a list for each batch, with the rows of each tensor of the dataset, (batch, …). */
  *[Symbol.iterator](): Iterator<Tensor[]> {
    const order = this.#order();
    for (let batch = 0; batch < this.length; batch++) {
      const start = batch * this.#size;
      const given = this.#batches?.[batch];
      const rows = given ? listed(given) : order.narrow(0, start, Math.min(this.#size, order.length - start));
      yield this.dataset.tensors.map((t) => t.getitem(rows));
    }
  }

  // Every pass draws 64 bits first: in PyTorch the seed of its worker processes, which this loader does not have.
  #order(): Tensor {
    const given = this.#generator;
    (given ?? globalGenerator).wide();
    if (this.#sampler !== undefined) return listed(this.#sampler);
    const n = this.dataset.length;
    if (!this.#shuffle) return arange(n);
    return randperm(n, { generator: given ?? new Generator().manual_seed(globalGenerator.wide()) });
  }
}

const listed = (rows: readonly number[]): Tensor => tensor(rows, { dtype: 'int64' });

/** Raises where two options say which rows a batch has. */
function checkSamplers({ sampler, batch_sampler, shuffle, batch_size = 1, drop_last }: DataLoaderOptions): void {
  if (sampler !== undefined && shuffle) raise('invalid_argument', 'DataLoader: a sampler does not go with shuffle');
  if (batch_sampler !== undefined && (sampler !== undefined || shuffle || drop_last || batch_size !== 1))
    raise('invalid_argument', 'DataLoader: with a batch_sampler nothing else says what a batch is');
}

/** Python's `next(iter(loader))`: the first batch of a fresh pass. */
export function next(loader: DataLoader): Tensor[] {
  for (const batch of loader) return batch;
  return raise('invalid_argument', 'next: the loader has no batches');
}

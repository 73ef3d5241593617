/** The batches of a pass, in another order or of other rows. */
import type { Mutation, Tools } from '../mutation.ts';
import { Words } from '../random/words.ts';

export type Batch = readonly unknown[];
export type Options = Readonly<Record<string, unknown>>;

/** One pass over a loader. */
export interface Pass {
  readonly batches: readonly Batch[];
  readonly nth: number;
  readonly options: Options;
  readonly tools: Tools;
  /** The pass before, as it was given. */
  readonly last: readonly Batch[] | undefined;
  readonly dataset: { readonly length: number; readonly tensors: readonly unknown[] };
  /** Not those that follow the seed. */
  readonly words: Words;
}

type Length = (right: number, options: Options, rows: number) => number;

/** A loader whose passes are changed, or say another length. */
export const passing = (
  name: string,
  change: (pass: Pass) => readonly Batch[],
  length: Length = (right) => right,
): Mutation => ({
  kind: 'loader',
  name,
  suits: () => true,
  apply: (right, tools, noted) => {
    const words = new Words(19991231);
    return (given, opts) => {
      const [dataset, options] = [given as Pass['dataset'], opts as Options];
      const loader = right(given, opts) as Iterable<Batch> & { readonly length: number };
      let nth = 0;
      let last: readonly Batch[] | undefined;
      return {
        length: length(loader.length, options, dataset.length),
        *[Symbol.iterator]() {
          last = change({ batches: [...loader], nth: nth++, options, tools, last, dataset, words });
          noted();
          yield* last;
        },
      };
    };
  },
});

export const sizeOf = ({ tools }: Pass, batch: Batch): number => tools.shape(batch[0])[0]!;
export const batchSize = ({ options }: Pass): number => Number(options.batch_size ?? 1);
export const shuffles = ({ options }: Pass): boolean => options.shuffle === true;

export const inTurn = (n: number, from = 0): number[] => Array.from({ length: n }, (_, i) => i + from);

export function shuffled(n: number, words: Words): number[] {
  const order = inTurn(n);
  for (let i = n - 1; i > 0; i--) {
    const j = words.below(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The chosen rows of a tensor. */
export const picked = ({ ops, make }: Tools, rows: unknown, order: readonly number[]): unknown =>
  ops.getitem!(rows, { index: [{ tensor: make('int64', [order.length], order.map(BigInt)) }] });

/** Batches of the same sizes, of the rows of the dataset in an order of its own for each tensor. */
export function arranged(pass: Pass, orderOf: (tensor: number, rows: number) => readonly number[]): readonly Batch[] {
  const { dataset, tools, batches } = pass;
  const orders = dataset.tensors.map((_, i) => orderOf(i, dataset.length));
  let start = 0;
  return batches.map((batch) => {
    const end = start + sizeOf(pass, batch);
    const made = dataset.tensors.map((rows, i) => picked(tools, rows, orders[i]!.slice(start, end)));
    start = end;
    return made;
  });
}

/** One order for all tensors. */
export function together(draw: (n: number) => readonly number[]): (tensor: number, rows: number) => readonly number[] {
  let order: readonly number[] | undefined;
  return (_, n) => {
    order ??= draw(n);
    return order;
  };
}

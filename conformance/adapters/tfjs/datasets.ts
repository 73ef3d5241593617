import * as tf from '@tensorflow/tfjs';
import type { Batches, Rows } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';

type T = tf.Tensor;
/** A row, or a batch of rows, of each tensor. Of a list instead, `batch` would make one tensor. */
type Columns = Readonly<Record<string, T>>;
type Dataset = tf.data.Dataset<Columns>;
interface TensorDataset extends Rows<T> {
  readonly rows: Dataset;
}

/** A dataset of tfjs has rows, not tensors: `tf.unstack` gives them. */
export const composedData: Ops<T> = {
  'data.TensorDataset': (tensors): TensorDataset => {
    const columns = tensors.map((tensor, i) => [`${i}`, tf.data.array(tf.unstack(tensor))]);
    const rows = tf.data.zip(Object.fromEntries(columns)) as unknown as Dataset;
    return { rows, length: rows.size, at: async (index) => Object.values((await rows.skip(index).toArray())[0]!) };
  },
  'data.DataLoader': ({ rows }: TensorDataset, { batch_size = 1, shuffle = false, drop_last = false }) => {
    const order = shuffle ? rows.shuffle(rows.size) : rows;
    return batchesOf(order.batch(batch_size, !drop_last) as unknown as Dataset);
  },
};

/** All batches of a pass at once: an iterator left half-way would read rows that the case has freed. */
const batchesOf = (dataset: Dataset): Batches<T> => ({
  length: dataset.size,
  async *[Symbol.asyncIterator]() {
    for (const batch of await dataset.toArray()) yield Object.values(batch);
  },
});

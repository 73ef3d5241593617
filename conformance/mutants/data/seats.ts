/** Where a loader or a dataset can be wrong: in its order, its batches, what stays together. */
import type { Adapter } from '../../adapter/contract.ts';
import type { Call, Mutation, Tools } from '../mutation.ts';
import type { Seat } from '../seat.ts';
import {
  arranged,
  type Batch,
  batchSize,
  inTurn,
  passing,
  picked,
  shuffled,
  shuffles,
  sizeOf,
  together,
} from './batches.ts';

const ORDERS: readonly Mutation[] = [
  passing('the same shuffle in each pass', (pass) =>
    shuffles(pass) && pass.last !== undefined ? pass.last : pass.batches,
  ),
  passing('inputs and targets shuffled apart', (pass) =>
    shuffles(pass) ? arranged(pass, (_, n) => shuffled(n, pass.words)) : pass.batches,
  ),
  passing('batches shuffled, not rows', (pass) => {
    if (!shuffles(pass)) return pass.batches;
    const ordered = arranged(pass, (_, n) => inTurn(n));
    return shuffled(ordered.length, pass.words).map((i) => ordered[i]!);
  }),
  passing('the first row kept in front', (pass) =>
    shuffles(pass)
      ? arranged(
          pass,
          together((n) => [0, ...shuffled(n - 1, pass.words).map((i) => i + 1)]),
        )
      : pass.batches,
  ),
  passing('shuffled whatever the seed', (pass) =>
    shuffles(pass)
      ? arranged(
          pass,
          together((n) => shuffled(n, pass.words)),
        )
      : pass.batches,
  ),
  passing('not shuffled', (pass) => (shuffles(pass) ? arranged(pass, (_, n) => inTurn(n)) : pass.batches)),
  passing('shuffled with replacement', (pass) =>
    shuffles(pass)
      ? arranged(
          pass,
          together((n) => inTurn(n).map(() => pass.words.below(n))),
        )
      : pass.batches,
  ),
  passing('shuffled without being asked', (pass) => {
    const { sampler, batch_sampler } = pass.options;
    return shuffles(pass) || sampler !== undefined || batch_sampler !== undefined
      ? pass.batches
      : arranged(
          pass,
          together((n) => shuffled(n, pass.words)),
        );
  }),
];

const BATCHES: readonly Mutation[] = [
  passing('the last batch lost', ({ batches }) => batches.slice(0, -1)),
  passing('a shorter last batch lost', (pass) => {
    const last = pass.batches.at(-1);
    return last !== undefined && sizeOf(pass, last) < batchSize(pass) ? pass.batches.slice(0, -1) : pass.batches;
  }),
  passing('drop_last drops a full batch as well', (pass) => {
    const { options, dataset, batches } = pass;
    return options.drop_last === true && dataset.length % batchSize(pass) === 0 ? batches.slice(0, -1) : batches;
  }),
  passing('the last batch filled up with the first rows', (pass) =>
    pass.batches.map((batch) => {
      const lacking = batchSize(pass) - sizeOf(pass, batch);
      if (lacking <= 0) return batch;
      const { tools, dataset } = pass;
      return batch.map((t, i) => tools.ops.cat!([t, picked(tools, dataset.tensors[i], inTurn(lacking))], {}));
    }),
  ),
  passing('nothing in the second pass', ({ batches, nth }) => (nth > 0 ? [] : batches)),
  passing('the second batch given twice', ({ batches }) =>
    batches.length > 2 ? [...batches.slice(0, 2), batches[1]!, ...batches.slice(3)] : batches,
  ),
  passing('the first tensor alone', ({ batches }) => batches.map((batch) => batch.slice(0, 1))),
  passing('the tensors of a batch the other way round', ({ batches }) => batches.map((batch) => batch.toReversed())),
  passing('no axis of a batch of one', ({ batches, tools: { ops, shape } }) =>
    batches.map((batch) => batch.map((t) => (shape(t)[0] === 1 ? ops.squeeze!(t, { dim: 0 }) : t))),
  ),
  passing('float64 through float32', ({ batches, tools: { ops, dtype } }) =>
    batches.map((batch) => batch.map((t) => (dtype(t) === 'float64' ? ops.to!(t, { dtype: 'float32' }) : t))),
  ),
  passing('integers as float32', ({ batches, tools: { ops, dtype } }) =>
    batches.map((batch) => batch.map((t) => (dtype(t) === 'int64' ? ops.to!(t, { dtype: 'float32' }) : t))),
  ),
  passing('views of the dataset', (pass) => {
    const { options, dataset, tools } = pass;
    if (shuffles(pass) || options.sampler !== undefined || options.batch_sampler !== undefined) return pass.batches;
    let start = 0;
    return pass.batches.map((batch) => {
      const index = [{ start, stop: start + sizeOf(pass, batch), step: undefined }];
      start += sizeOf(pass, batch);
      return dataset.tensors.map((t) => tools.ops.getitem!(t, { index }));
    });
  }),
  passing('the memory of the batch before used again', ({ batches, tools }) => {
    for (const [i, batch] of batches.entries()) {
      batch.forEach((t, k) => {
        if (i === 0) return;
        const [from, to] = [tools.memory(batches[i - 1]![k]), tools.memory(t)];
        if (from.shape.join() === to.shape.join()) tools.move(t, from);
        from.buffer.set(to.buffer.slice(0, from.buffer.length) as never);
      });
    }
    return batches;
  }),
];

const LENGTHS: readonly Mutation[] = [
  passing(
    'as long as all rows',
    ({ batches }) => batches,
    (_, __, rows) => rows,
  ),
  passing(
    'as long as with a last batch that is dropped',
    ({ batches }) => batches,
    (right, { batch_size = 1 }, rows) => Math.max(right, Math.ceil(rows / Number(batch_size))),
  ),
  passing(
    'as long as without a shorter batch',
    ({ batches }) => batches,
    (right, { batch_size = 1 }, rows) => Math.min(right, Math.floor(rows / Number(batch_size))),
  ),
];

/** A dataset whose rows are changed. */
const rows = (
  name: string,
  change: (at: (index: number) => Batch, index: number, length: number, tools: Tools) => Batch,
): Mutation => ({
  kind: 'loader',
  name,
  suits: () => true,
  apply: (right, tools, noted) => (tensors) => {
    const dataset = right(tensors) as { at: (index: number) => Batch; readonly length: number };
    const at = dataset.at.bind(dataset);
    dataset.at = (index) => {
      noted();
      return change(at, index, dataset.length, tools);
    };
    return dataset;
  },
});

const DATASETS: readonly Mutation[] = [
  rows('a negative row counted from the first', (at, i) => at(i < 0 ? -i - 1 : i)),
  rows('the last row for one past the end', (at, i, n) => at(Math.min(i, n - 1))),
  rows('a row of the first tensor alone', (at, i) => at(i).slice(0, 1)),
  rows('a row that keeps its axis', (at, i, _, { ops }) => at(i).map((t) => ops.unsqueeze!(t, { dim: 0 }))),
  rows('the next row in the second tensor', (at, i, n) => {
    const [first, ...others] = at(i);
    return [first, ...others.map((_, k) => at((i + 1) % n)[k + 1])];
  }),
];

export const loaders = <T>(adapter: Adapter<T>): Seat<T>[] => {
  const ops = adapter.ops as unknown as Readonly<Record<string, Call>>;
  const seat = (name: string, mutations: readonly Mutation[]): Seat<T> => ({
    name,
    ops: [name],
    right: ops[name]!,
    mutations,
    put: (call) => ({ ...adapter, ops: { ...adapter.ops, [name]: call } }) as Adapter<T>,
  });
  return [seat('data.DataLoader', [...ORDERS, ...BATCHES, ...LENGTHS]), seat('data.TensorDataset', DATASETS)];
};

import { DataLoader } from 'deepbox/datasets';
import type { GradTensor } from 'deepbox/ndarray';
import { SGD } from 'deepbox/optim';
import { type Batches, unsupported } from '../../adapter/contract.ts';
import type { Ops, Optimizers } from '../../adapter/ops.gen.ts';
import { type T, valuesOf } from './tensor.ts';

export const optimizers: Optimizers<T> = {
  'optim.SGD': (params, { lr, momentum, dampening, weight_decay, nesterov }) => {
    const optimizer = new SGD(params as readonly GradTensor[], {
      lr,
      ...(momentum !== undefined && { momentum }),
      ...(dampening !== undefined && { dampening }),
      ...(weight_decay !== undefined && { weightDecay: weight_decay }),
      ...(nesterov !== undefined && { nesterov }),
    });
    return {
      step: () => void optimizer.step(),
      zeroGrad: ({ set_to_none }) =>
        set_to_none === true ? unsupported('zeroGrad that sets to null') : optimizer.zeroGrad(),
    };
  },
};

interface Dataset {
  readonly tensors: readonly T[];
  readonly length: number;
}
interface LoaderOptions {
  readonly batchSize?: number;
  readonly shuffle?: boolean;
  readonly dropLast?: boolean;
}
function loader([x, y, ...more]: readonly T[], options?: LoaderOptions): Batches<T> {
  if (x === undefined || more.length > 0) return unsupported('a dataset of other than one or two tensors');
  return y === undefined ? new DataLoader(valuesOf(x), options) : new DataLoader(valuesOf(x), valuesOf(y), options);
}

/** A loader is made of tensors: a dataset is them, once the library has taken them. */
export const data: Ops<T> = {
  'data.TensorDataset': (tensors): Dataset => ({ tensors, length: loader(tensors).length! }),
  'data.DataLoader': (dataset: Dataset, { batch_size, shuffle, drop_last }) =>
    loader(dataset.tensors, {
      ...(batch_size !== undefined && { batchSize: batch_size }),
      ...(shuffle !== undefined && { shuffle }),
      ...(drop_last !== undefined && { dropLast: drop_last }),
    }),
};

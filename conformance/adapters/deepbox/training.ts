import { DataLoader } from 'deepbox/datasets';
import type { GradTensor } from 'deepbox/ndarray';
import { Adagrad, Adam, AdamW, RMSprop, SGD } from 'deepbox/optim';
import { type Batches, type Optimizer, unsupported } from '../../adapter/contract.ts';
import type { Ops, Optimizers } from '../../adapter/ops.gen.ts';
import { asIs, type T } from './tensor.ts';

const stepping = (optimizer: Pick<SGD, 'step' | 'zeroGrad'>): Optimizer<T> => ({
  step: () => void optimizer.step(),
  zeroGrad: ({ set_to_none }) =>
    set_to_none === true ? unsupported('zeroGrad that sets to null') : optimizer.zeroGrad(),
});

export const optimizers: Optimizers<T> = {
  'optim.SGD': (params, { lr, momentum, dampening, weight_decay, nesterov }) => {
    const optimizer = new SGD(params as readonly GradTensor[], {
      lr,
      ...(momentum !== undefined && { momentum }),
      ...(dampening !== undefined && { dampening }),
      ...(weight_decay !== undefined && { weightDecay: weight_decay }),
      ...(nesterov !== undefined && { nesterov }),
    });
    return stepping(optimizer);
  },
  'optim.Adam': (params, options) => stepping(new Adam(params as readonly GradTensor[], adamOptions(options))),
  'optim.AdamW': (params, options) => stepping(new AdamW(params as readonly GradTensor[], adamOptions(options))),
  'optim.RMSprop': (params, { lr, alpha, eps, weight_decay, momentum, centered, maximize }) =>
    maximize === undefined
      ? stepping(
          new RMSprop(params as readonly GradTensor[], {
            ...(lr !== undefined && { lr }),
            ...(alpha !== undefined && { alpha }),
            ...(eps !== undefined && { eps }),
            ...(weight_decay !== undefined && { weightDecay: weight_decay }),
            ...(momentum !== undefined && { momentum }),
            ...(centered !== undefined && { centered }),
          }),
        )
      : unsupported('an optimizer that maximizes'),
  'optim.Adagrad': (params, { lr, lr_decay, weight_decay, initial_accumulator_value, eps, maximize }) =>
    maximize === undefined && initial_accumulator_value === undefined
      ? stepping(
          new Adagrad(params as readonly GradTensor[], {
            ...(lr !== undefined && { lr }),
            ...(eps !== undefined && { eps }),
            ...(weight_decay !== undefined && { weightDecay: weight_decay }),
            ...(lr_decay !== undefined && { lrDecay: lr_decay }),
          }),
        )
      : unsupported('an optimizer that maximizes, or begins with sums'),
};

interface AdamOptions {
  readonly lr?: number;
  readonly betas?: readonly [number, number];
  readonly eps?: number;
  readonly weight_decay?: number;
  readonly amsgrad?: boolean;
  readonly maximize?: boolean;
}

const adamOptions = ({ lr, betas, eps, weight_decay, amsgrad, maximize }: AdamOptions) =>
  maximize === undefined
    ? {
        ...(lr !== undefined && { lr }),
        ...(betas !== undefined && { beta1: betas[0], beta2: betas[1] }),
        ...(eps !== undefined && { eps }),
        ...(weight_decay !== undefined && { weightDecay: weight_decay }),
        ...(amsgrad !== undefined && { amsgrad }),
      }
    : unsupported('an optimizer that maximizes');

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
  return y === undefined ? new DataLoader(asIs(x), options) : new DataLoader(asIs(x), asIs(y), options);
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

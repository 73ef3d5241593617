import * as nd from 'deepbox/ndarray';
import { constant_, normal_, uniform_, zeros_ } from 'deepbox/nn';
import * as random from 'deepbox/random';
import { unsupported } from '../../adapter/contract.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { isTensor, type T, typed, valuesOf } from './tensor.ts';
import { writable } from './writing.ts';

/** `rand` and `randn` draw float32 and float64. */
const drawn = (dtype: string | undefined): ReturnType<typeof typed> =>
  dtype === 'float16' || dtype === 'bfloat16' ? unsupported(`random numbers of ${dtype}`) : typed(dtype);
const scalar = (value: unknown): number => (isTensor(value) ? unsupported('normal of tensors') : Number(value));

export const creation: Ops<T> = {
  tensor: (data, { dtype }) => nd.tensor(data as nd.NestedArray, typed(dtype)),
  arange: ({ start, end, step, dtype }) => nd.arange(Number(start ?? 0), Number(end), Number(step ?? 1), typed(dtype)),
  zeros: ({ size, dtype }) => nd.zeros([...size], typed(dtype)),
  ones: ({ size, dtype }) => nd.ones([...size], typed(dtype)),
  full: ({ size, fill_value, dtype }) => nd.full([...size], fill_value as number, typed(dtype)),
  zeros_like: (x) => nd.zerosLike(valuesOf(x)),
  ones_like: (x) => nd.onesLike(valuesOf(x)),
  rand: ({ size, dtype }) => random.rand([...size], drawn(dtype)),
  randn: ({ size, dtype }) => random.randn([...size], drawn(dtype)),
  randperm: ({ n, dtype }) => {
    const order = random.permutation(n);
    return dtype === undefined ? order : order.astype(dtype as 'int32');
  },
  normal: (mean, std, { size }) =>
    size === undefined ? unsupported('normal of tensors') : random.normal(scalar(mean), scalar(std), [...size]),
  manual_seed: (generator, { seed }) =>
    generator === undefined ? random.setSeed(seed) : unsupported('a Generator without a seed'),
  fill_: (x, value) =>
    isTensor(value) ? unsupported('fill_ with a tensor') : void constant_(writable(x), Number(value)),
  zero_: (x) => void zeros_(writable(x)),
  normal_: (x, { mean, std }) => void normal_(writable(x), mean, std),
  uniform_: (x, { from, to }) => void uniform_(writable(x), from, to),
};

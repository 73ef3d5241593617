import * as data from '../../../reference/data/index.ts';
import { type Tensor, torch } from '../../../reference/index.ts';
import { functional as F } from '../../../reference/nn/index.ts';
import type { ArangeOptions } from '../../../reference/ops/creation/arange.ts';
import type { AlongOptions, KeepOptions } from '../../../reference/ops/reductions/extreme.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { indexOf } from './index-expression.ts';

// A generator passes the evaluator as `unknown`.
type Generator = InstanceType<typeof torch.Generator>;

interface Extremes {
  readonly values: Tensor;
  readonly indices: Tensor;
}
const extremes = ({ values, indices }: Extremes): readonly [Tensor, Tensor] => [values, indices];

/** The ops of which the plain call will not do, each with the reason. `npm run generate` leaves them out of ops.gen.ts. */
export const byHand: Ops<Tensor> = {
  // One number is the end of a range, two are start and end: the places depend on what is given.
  arange: (o) => torch.arange(o.start ?? 0, o.end, o.step ?? 1, o as ArangeOptions),
  // One number alone would be `to`, so that both go by name.
  random_: (x, o) => x.random_(o as { readonly generator?: Generator }),
  // JavaScript's name for Python's `len`.
  len: (x) => x.length,
  // Two results are an object of the reference, and a list to the suite.
  max: (x, o) => ('dim' in o || 'axis' in o ? extremes(x.max(o as AlongOptions)) : x.max(o as KeepOptions)),
  min: (x, o) => ('dim' in o || 'axis' in o ? extremes(x.min(o as AlongOptions)) : x.min(o as KeepOptions)),
  aminmax: (x, o) => {
    const { min, max } = x.aminmax(o);
    return [min, max];
  },
  sort: (x, o) => {
    const { values, indices } = x.sort(o);
    return [values, indices];
  },
  topk: (x, o) => {
    const { values, indices } = x.topk(o.k, o);
    return [values, indices];
  },
  // An argument may be refused before all options are looked at: spread, every one counts as looked at.
  var: (x, o) => x.var({ ...o }),
  std: (x, o) => x.std({ ...o }),
  var_mean: (x, o) => {
    const { variance, mean } = torch.var_mean(x, { ...o });
    return [variance, mean];
  },
  std_mean: (x, o) => {
    const { std, mean } = torch.std_mean(x, { ...o });
    return [std, mean];
  },
  conv2d: (x, weight, bias, o) => F.conv2d(x, weight, bias, { ...o }),
  'autograd.grad': (outputs, inputs, o) => torch.autograd.grad(outputs, inputs, { ...o }),
  // An index is written in the reference's own way.
  getitem: (x, o) => x.getitem(...indexOf(o.index)),
  setitem: (x, value, o) => void x.setitem(indexOf(o.index), value),
  // A function without a generator, the method of one with it.
  manual_seed: (generator, o) =>
    generator === undefined ? torch.manual_seed(o.seed) : (generator as Generator).manual_seed(o.seed),
  // Classes are made by `new`.
  Generator: (o) => new torch.Generator(o),
  'data.TensorDataset': (tensors) => new data.TensorDataset(...tensors),
  'data.DataLoader': (dataset: data.TensorDataset, options) =>
    new data.DataLoader(dataset, options as data.DataLoaderOptions),
  // A sparse tensor of the reference is another class, with the methods that are used here.
  to_sparse: (x) => x.to_sparse() as unknown as Tensor,
};

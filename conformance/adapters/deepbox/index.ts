/** deepbox on its CPU backend. */
import { BroadcastError, DTypeError, IndexError, InvalidParameterError, ShapeError } from 'deepbox/core';
import { noGrad } from 'deepbox/ndarray';
import { type Adapter, defineAdapter, unsupported } from '../../adapter/contract.ts';
import type { ErrorKind } from '../../values/case.ts';
import manifest from '../package.json' with { type: 'json' };
import { adapted } from './adapted.ts';
import { arithmetic } from './arithmetic.ts';
import { creation } from './creation.ts';
import { elementwise } from './elementwise.ts';
import { linalg } from './linalg.ts';
import { losses } from './losses.ts';
import { modules } from './modules.ts';
import { reductions } from './reductions.ts';
import { shapes } from './shapes.ts';
import { isGrad, lifted, make, read, type T, valuesOf } from './tensor.ts';
import { data, optimizers } from './training.ts';
import { writing } from './writing.ts';

const kinds: readonly (readonly [new (...args: never[]) => Error, ErrorKind])[] = [
  [BroadcastError, 'shape_mismatch'],
  [ShapeError, 'shape_mismatch'],
  [IndexError, 'index_out_of_range'],
  [DTypeError, 'unsupported_dtype'],
  [InvalidParameterError, 'invalid_argument'],
];

const adapter: Adapter<T> = defineAdapter<T>({
  name: 'deepbox',
  version: manifest.dependencies.deepbox,
  url: 'https://deepbox.dev',
  dtypes: {
    bool: true,
    uint8: true,
    int32: true,
    int64: true,
    float16: true,
    bfloat16: true,
    float32: true,
    float64: true,
  },
  mutation: 'in-place',
  tensor: make,
  read,
  ops: {
    ...linalg,
    ...creation,
    ...arithmetic,
    ...elementwise,
    ...reductions,
    ...shapes,
    ...losses,
    ...data,
  },
  composed: writing,
  adapted,
  modules,
  optim: optimizers,
  autograd: {
    kind: 'tape',
    requiresGrad: (x, on) => {
      const leaf = lifted(x);
      leaf.setRequiresGrad(on);
      return leaf;
    },
    // The graph is kept in any case.
    backward: (x, gradient, { retain_graph: _ }) => lifted(x).backward(gradient && valuesOf(gradient)),
    grad: (x) => (isGrad(x) ? x.grad : null),
    detach: (x) => lifted(x).detach(),
    noGrad,
    zeroGrad: (x, { set_to_none }) =>
      set_to_none === true ? unsupported('zeroGrad that sets to null') : lifted(x).zeroGrad(),
  },
  classifyError: (error) => kinds.find(([type]) => error instanceof type)?.[1],
});
export default adapter;

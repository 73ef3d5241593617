/** js-pytorch on its CPU device: float64 tensors of nested arrays, none of them 0-d. */
import { torch } from 'js-pytorch';
import { type Adapter, defineAdapter, unsupported } from '../../adapter/contract.ts';
import manifest from '../package.json' with { type: 'json' };
import { modules } from './modules.ts';
import { adapted, ops } from './ops.ts';
import { detached, nested, type T } from './tensor.ts';

const adapter: Adapter<T> = defineAdapter<T>({
  name: 'js-pytorch',
  version: manifest.dependencies['js-pytorch'],
  url: 'https://github.com/eduardoleao052/js-pytorch',
  dtypes: { float64: true, float32: 'float64', int64: 'float64' },
  mutation: 'none',
  tensor: ({ shape, data }) => {
    const made = torch.tensor(nested(Array.from(data, Number), shape));
    return made.shape.join() === shape.join() ? made : unsupported(`a tensor of shape [${shape}]`);
  },
  read: (t) => ({ dtype: 'float64', shape: t.shape, data: t.data.flat(Number.POSITIVE_INFINITY) }),
  ops,
  adapted,
  modules,
  autograd: {
    kind: 'tape',
    requiresGrad: (t, on) => {
      // Only a new tensor that requires grad has room for one; what has had one keeps it.
      if (on && t.grad === undefined) return torch.tensor(t.data, true);
      t.requires_grad = on;
      return t;
    },
    // The graph is kept in any case.
    backward: (t, gradient, { retain_graph: _ }) => t.backward(gradient),
    grad: (t) => (t.grad === undefined ? null : torch.tensor(t.grad)),
    detach: detached,
    noGrad: () => unsupported('no_grad'),
    zeroGrad: (t) => t.zero_grad(),
  },
});
export default adapter;

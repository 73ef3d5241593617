/** The reference implementation, as the suite reaches anybody's library. */
import { type Dtype, float, type Tensor, TensorError, torch } from '../../../reference/index.ts';
import { type Adapter, defineAdapter, type TensorData } from '../../adapter/contract.ts';
import { modules, optimizers } from './modules.ts';
import { ops } from './ops.ts';

const dtypes: Readonly<Record<Dtype, true>> = {
  bool: true,
  uint8: true,
  int8: true,
  int16: true,
  int32: true,
  int64: true,
  float16: true,
  bfloat16: true,
  float32: true,
  float64: true,
};

const adapter: Adapter<Tensor> = defineAdapter<Tensor>({
  name: 'reference',
  version: '0.1.0',
  dtypes,
  mutation: 'in-place',
  tensor: make,
  read,
  scalar: (value, type) => (type === 'float' ? float(Number(value)) : value),
  print: (x) => x.toString(),
  random: 'pytorch',
  errors: 'exact',
  classifyError: (error) => (error instanceof TensorError ? error.kind : undefined),
  ops,
  modules,
  optim: optimizers,
  autograd: {
    kind: 'tape',
    requiresGrad: (x, on) => x.requires_grad_(on),
    backward: (x, gradient, options) => x.backward(gradient, options),
    grad: (x) => x.grad,
    detach: (x) => x.detach(),
    data: (x) => x.data,
    noGrad: (run) => torch.no_grad(run),
    zeroGrad: (x, { set_to_none }) => {
      if (set_to_none === false) x.grad?.zero_();
      else x.grad = null;
    },
  },
});
export default adapter;

function make({ dtype, shape, data }: TensorData): Tensor {
  const x = torch.zeros(shape, { dtype });
  const { buffer } = x.strided.storage;
  if (dtype === 'bool') for (let i = 0; i < data.length; i++) buffer[i] = Number(data[i]);
  else (buffer as Float64Array).set(data as ArrayLike<number>);
  return x;
}

function read(given: Tensor): TensorData {
  const x = given.to_dense();
  const { dtype, shape } = x;
  const { storage, offset } = (x.is_contiguous() ? x : x.detach().contiguous()).strided;
  const data = storage.buffer.slice(offset, offset + x.numel());
  return { dtype, shape, data: dtype === 'bool' ? Array.from(data, Boolean) : data };
}

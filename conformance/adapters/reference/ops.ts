import { type Tensor, torch } from '../../../reference/index.ts';
import { functional as F } from '../../../reference/nn/index.ts';
import type { ArangeOptions } from '../../../reference/ops/creation/arange.ts';
import type { AlongOptions, KeepOptions } from '../../../reference/ops/reductions/extreme.ts';
import type { Ops } from '../../adapter/ops.gen.ts';
import { indexOf } from './index-expression.ts';
import { loaders } from './modules.ts';

// A generator passes the evaluator as `unknown`.
type Generator = InstanceType<typeof torch.Generator>;
type Generated = { readonly generator?: Generator };

/** The reference's functions under the names of the pages. Options go through as they are: it names them as PyTorch does. */
export const ops: Ops<Tensor> = {
  ...loaders,
  // creation
  tensor: (data, o) => torch.tensor(data, o),
  arange: (o) => torch.arange(o.start ?? 0, o.end, o.step ?? 1, o as ArangeOptions),
  zeros: (o) => torch.zeros(o.size, o),
  ones: (o) => torch.ones(o.size, o),
  full: (o) => torch.full(o.size, o.fill_value, o),
  zeros_like: (x, o) => x.zeros_like(o),
  ones_like: (x, o) => x.ones_like(o),
  // dtypes and attributes
  to: (x, o) => x.to(o),
  item: (x) => x.item(),
  tolist: (x) => x.tolist(),
  shape: (x) => x.shape,
  dtype: (x) => x.dtype,
  device: (x) => x.device,
  layout: (x) => x.layout,
  ndim: (x) => x.ndim,
  numel: (x) => x.numel(),
  len: (x) => x.length,
  stride: (x) => x.stride(),
  is_contiguous: (x, o) => x.is_contiguous(o),
  // arithmetic and comparison
  add: (a, b, o) => torch.add(a, b, o),
  add_: (a, b, o) => a.add_(b, o),
  sub: (a, b, o) => torch.sub(a, b, o),
  sub_: (a, b, o) => a.sub_(b, o),
  mul: (a, b) => torch.mul(a, b),
  mul_: (a, b) => a.mul_(b),
  div: (a, b, o) => torch.div(a, b, o),
  div_: (a, b, o) => a.div_(b, o),
  pow: (a, b) => torch.pow(a, b),
  pow_: (a, b) => a.pow_(b),
  neg: (x) => x.neg(),
  exp: (x) => x.exp(),
  exp_: (x) => x.exp_(),
  log: (x) => x.log(),
  sqrt: (x) => x.sqrt(),
  abs: (x) => x.abs(),
  sign: (x) => x.sign(),
  maximum: (a, b) => torch.maximum(a, b),
  minimum: (a, b) => torch.minimum(a, b),
  where: (condition, a, b) => torch.where(condition, a, b),
  eq: (a, b) => torch.eq(a, b),
  ne: (a, b) => torch.ne(a, b),
  lt: (a, b) => torch.lt(a, b),
  le: (a, b) => torch.le(a, b),
  gt: (a, b) => torch.gt(a, b),
  ge: (a, b) => torch.ge(a, b),
  equal: (a, b) => torch.equal(a, b),
  // reductions
  sum: (x, o) => x.sum(o),
  mean: (x, o) => x.mean(o),
  // Spread, here and in conv2d, so that every option counts as looked at where an argument is refused first.
  var: (x, o) => x.var({ ...o }),
  std: (x, o) => x.std({ ...o }),
  max: (x, o) => ('dim' in o || 'axis' in o ? extremes(x.max(o as AlongOptions)) : x.max(o as KeepOptions)),
  min: (x, o) => ('dim' in o || 'axis' in o ? extremes(x.min(o as AlongOptions)) : x.min(o as KeepOptions)),
  argmax: (x, o) => x.argmax(o),
  argmin: (x, o) => x.argmin(o),
  cumsum: (x, o) => x.cumsum(o.dim ?? o.axis!, o),
  norm: (x, o) => x.norm(o),
  softmax: (x, o) => x.softmax(o.dim, o),
  log_softmax: (x, o) => x.log_softmax(o.dim, o),
  // shape, views, indexing
  reshape: (x, o) => x.reshape(o.shape),
  view: (x, o) => x.view(o.size),
  unsqueeze: (x, o) => x.unsqueeze(o.dim),
  squeeze: (x, o) => x.squeeze(o),
  transpose: (x, o) => x.transpose(o.dim0, o.dim1),
  T: (x) => x.T,
  permute: (x, o) => x.permute(o.dims),
  expand: (x, o) => x.expand(o.size),
  flatten: (x, o) => x.flatten(o),
  cat: (xs, o) => torch.cat(xs, o),
  stack: (xs, o) => torch.stack(xs, o),
  clone: (x, o) => x.clone(o),
  contiguous: (x, o) => x.contiguous(o),
  getitem: (x, o) => x.getitem(...indexOf(o.index)),
  setitem: (x, value, o) => void x.setitem(indexOf(o.index), value),
  copy_: (x, src) => x.copy_(src),
  fill_: (x, value) => x.fill_(value),
  zero_: (x) => x.zero_(),
  // linear algebra, activations, losses
  dot: (a, b) => torch.dot(a, b),
  mv: (a, b) => torch.mv(a, b),
  mm: (a, b) => torch.mm(a, b),
  matmul: (a, b, o) => torch.matmul(a, b, o),
  relu: (x) => x.relu(),
  prelu: (x, weight) => x.prelu(weight),
  sigmoid: (x) => x.sigmoid(),
  linear: (x, weight, bias) => F.linear(x, weight, bias),
  conv2d: (x, weight, bias, o) => F.conv2d(x, weight, bias, { ...o }),
  l1_loss: (x, y, o) => F.l1_loss(x, y, o),
  mse_loss: (x, y, o) => F.mse_loss(x, y, o),
  smooth_l1_loss: (x, y, o) => F.smooth_l1_loss(x, y, o),
  cross_entropy: (x, y, weight, o) => F.cross_entropy(x, y, weight, o),
  nll_loss: (x, y, weight, o) => F.nll_loss(x, y, weight, o),
  binary_cross_entropy: (x, y, weight, o) => F.binary_cross_entropy(x, y, weight, o),
  // autograd
  requires_grad: (x) => x.requires_grad,
  requires_grad_: (x, o) => x.requires_grad_(o.requires_grad),
  is_leaf: (x) => x.is_leaf,
  retain_grad: (x) => void x.retain_grad(),
  'autograd.grad': (outputs, inputs, o) => torch.autograd.grad(outputs, inputs, { ...o }),
  // random
  Generator: (o) => new torch.Generator(o),
  manual_seed: (generator, o) =>
    generator === undefined ? torch.manual_seed(o.seed) : (generator as Generator).manual_seed(o.seed),
  rand: (o) => torch.rand(o.size, o as Generated),
  randn: (o) => torch.randn(o.size, o as Generated),
  normal: (mean, std, o) => torch.normal(mean, std, o.size, o as Generated),
  normal_: (x, o) => x.normal_(o.mean, o.std, o as Generated),
  uniform_: (x, o) => x.uniform_(o.from, o.to, o as Generated),
  random_: (x, o) => x.random_(o as Generated),
  randperm: (o) => torch.randperm(o.n, o as Generated),
  // sparse
  // A sparse tensor of the reference is another class, with the methods that are used here.
  to_sparse: (x) => x.to_sparse() as unknown as Tensor,
  to_dense: (x) => x.to_dense(),
  indices: (x) => x.indices(),
  values: (x) => x.values(),
};

interface Extremes {
  readonly values: Tensor;
  readonly indices: Tensor;
}
const extremes = ({ values, indices }: Extremes): readonly [Tensor, Tensor] => [values, indices];

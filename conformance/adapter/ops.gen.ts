// Generated from spec/ops/*.md by `npm run generate`.
import type { Dtype, Nested } from '../values/case.ts';
import type { Host } from '../values/observation.ts';
import type { Batches, HostNumber, HostScalar, IndexItem, Later, ModuleAdapter, OptimizerAdapter, Rows } from './contract.ts';

/** Every op as an adapter gives it. Properties, not methods: a parameter of a wrong type does not compile. */
export interface Signatures<T> {
  /** torch.Generator */
  Generator: (options: { readonly device?: 'cpu' }) => Later<unknown>;
  /** torch.Tensor.T */
  T: (self: T) => Later<T>;
  /** torch.abs */
  abs: (input: T) => Later<T>;
  /** torch.acos */
  acos: (input: T) => Later<T>;
  /** torch.acos_ */
  acos_: (input: T) => Later<T | void>;
  /** torch.acosh */
  acosh: (input: T) => Later<T>;
  /** torch.add */
  add: (input: T | HostScalar, other: T | HostScalar, options: { readonly alpha?: HostScalar }) => Later<T>;
  /** torch.add_ */
  add_: (input: T, other: T | HostScalar, options: { readonly alpha?: HostScalar }) => Later<T | void>;
  /** torch.addmm */
  addmm: (input: T, mat1: T, mat2: T, options: { readonly beta?: HostScalar; readonly alpha?: HostScalar }) => Later<T>;
  /** torch.addmm_ */
  addmm_: (input: T, mat1: T, mat2: T, options: { readonly beta?: HostScalar; readonly alpha?: HostScalar }) => Later<T | void>;
  /** torch.all */
  all: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.amax */
  amax: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.amin */
  amin: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.aminmax */
  aminmax: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<readonly [min: T, max: T | undefined]>;
  /** torch.any */
  any: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.arange */
  arange: (options: { readonly start?: HostScalar; readonly end: HostScalar; readonly step?: HostScalar; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly layout?: 'strided' | 'sparse_coo'; readonly requires_grad?: boolean; readonly out?: T }) => Later<T>;
  /** torch.argmax */
  argmax: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.argmin */
  argmin: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.argsort */
  argsort: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly descending?: boolean; readonly stable?: boolean }) => Later<T>;
  /** torch.asin */
  asin: (input: T) => Later<T>;
  /** torch.asin_ */
  asin_: (input: T) => Later<T | void>;
  /** torch.asinh */
  asinh: (input: T) => Later<T>;
  /** torch.atan */
  atan: (input: T) => Later<T>;
  /** torch.atan_ */
  atan_: (input: T) => Later<T | void>;
  /** torch.atan2 */
  atan2: (input: T, other: T) => Later<T>;
  /** torch.atan2_ */
  atan2_: (input: T, other: T) => Later<T | void>;
  /** torch.atanh */
  atanh: (input: T) => Later<T>;
  /** torch.autograd.grad */
  'autograd.grad': (outputs: T | readonly T[], inputs: readonly T[], options: { readonly grad_outputs?: T; readonly retain_graph?: boolean; readonly create_graph?: boolean; readonly allow_unused?: boolean; readonly materialize_grads?: boolean }) => Later<readonly (T | null)[]>;
  /** torch.baddbmm */
  baddbmm: (input: T, batch1: T, batch2: T, options: { readonly beta?: HostScalar; readonly alpha?: HostScalar }) => Later<T>;
  /** torch.baddbmm_ */
  baddbmm_: (input: T, batch1: T, batch2: T, options: { readonly beta?: HostScalar; readonly alpha?: HostScalar }) => Later<T | void>;
  /** torch.nn.functional.binary_cross_entropy */
  binary_cross_entropy: (input: T, target: T, weight: T | undefined, options: { readonly reduction?: 'none' | 'mean' | 'sum' }) => Later<T>;
  /** torch.nn.functional.binary_cross_entropy_with_logits */
  binary_cross_entropy_with_logits: (input: T, target: T, weight: T | undefined, options: { readonly reduction?: 'none' | 'mean' | 'sum'; readonly pos_weight?: T }) => Later<T>;
  /** torch.bmm */
  bmm: (input: T, mat2: T) => Later<T>;
  /** torch.broadcast_to */
  broadcast_to: (input: T, options: { readonly size: readonly number[] }) => Later<T>;
  /** torch.cat */
  cat: (tensors: readonly T[], options: { readonly dim?: number; readonly axis?: number }) => Later<T>;
  /** torch.ceil */
  ceil: (input: T) => Later<T>;
  /** torch.ceil_ */
  ceil_: (input: T) => Later<T | void>;
  /** torch.nn.functional.celu */
  celu: (input: T, options: { readonly alpha?: number }) => Later<T>;
  /** torch.clone */
  clone: (input: T, options: { readonly memory_format?: 'contiguous_format' | 'preserve_format' | 'channels_last' }) => Later<T>;
  /** torch.Tensor.contiguous */
  contiguous: (self: T, options: { readonly memory_format?: 'contiguous_format' | 'preserve_format' | 'channels_last' }) => Later<T>;
  /** torch.nn.functional.conv2d */
  conv2d: (input: T, weight: T, bias: T | undefined, options: { readonly stride?: number | readonly number[]; readonly padding?: number | readonly number[] | 'same' | 'valid'; readonly dilation?: number | readonly number[]; readonly groups?: number }) => Later<T>;
  /** torch.Tensor.copy_ */
  copy_: (self: T, src: T) => Later<T | void>;
  /** torch.copysign */
  copysign: (input: T, other: T | HostScalar) => Later<T>;
  /** torch.copysign_ */
  copysign_: (input: T, other: T | HostScalar) => Later<T | void>;
  /** torch.cos */
  cos: (input: T) => Later<T>;
  /** torch.cos_ */
  cos_: (input: T) => Later<T | void>;
  /** torch.cosh */
  cosh: (input: T) => Later<T>;
  /** torch.cosh_ */
  cosh_: (input: T) => Later<T | void>;
  /** torch.count_nonzero */
  count_nonzero: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[] }) => Later<T>;
  /** torch.nn.functional.cross_entropy */
  cross_entropy: (input: T, target: T, weight: T | undefined, options: { readonly ignore_index?: number; readonly reduction?: 'none' | 'mean' | 'sum'; readonly label_smoothing?: number }) => Later<T>;
  /** torch.cumprod */
  cumprod: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly dtype?: Dtype }) => Later<T>;
  /** torch.cumsum */
  cumsum: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly dtype?: Dtype }) => Later<T>;
  /** torch.utils.data.DataLoader */
  'data.DataLoader': (dataset: never, options: { readonly batch_size?: number; readonly shuffle?: boolean; readonly drop_last?: boolean; readonly generator?: unknown; readonly sampler?: readonly number[]; readonly batch_sampler?: readonly (readonly number[])[] }) => Later<Batches<T>>;
  /** torch.utils.data.TensorDataset */
  'data.TensorDataset': (tensors: readonly T[]) => Later<Rows<T>>;
  /** torch.deg2rad */
  deg2rad: (input: T) => Later<T>;
  /** torch.deg2rad_ */
  deg2rad_: (input: T) => Later<T | void>;
  /** torch.Tensor.device */
  device: (self: T) => Later<string>;
  /** torch.diag */
  diag: (input: T, options: { readonly diagonal?: number }) => Later<T>;
  /** torch.diagonal */
  diagonal: (input: T, options: { readonly offset?: number; readonly dim1?: number; readonly dim2?: number }) => Later<T>;
  /** torch.div */
  div: (input: T | HostScalar, other: T | HostScalar, options: { readonly rounding_mode?: 'trunc' | 'floor' }) => Later<T>;
  /** torch.div_ */
  div_: (input: T, other: T | HostScalar, options: { readonly rounding_mode?: 'trunc' | 'floor' }) => Later<T | void>;
  /** torch.dot */
  dot: (input: T, tensor: T) => Later<T>;
  /** torch.Tensor.dtype */
  dtype: (self: T) => Later<string>;
  /** torch.nn.functional.elu */
  elu: (input: T, options: { readonly alpha?: number }) => Later<T>;
  /** torch.eq */
  eq: (input: T, other: T | HostScalar) => Later<T>;
  /** torch.equal */
  equal: (input: T, other: T) => Later<boolean>;
  /** torch.erf */
  erf: (input: T) => Later<T>;
  /** torch.erf_ */
  erf_: (input: T) => Later<T | void>;
  /** torch.erfc */
  erfc: (input: T) => Later<T>;
  /** torch.erfc_ */
  erfc_: (input: T) => Later<T | void>;
  /** torch.exp */
  exp: (input: T) => Later<T>;
  /** torch.exp_ */
  exp_: (input: T) => Later<T | void>;
  /** torch.exp2 */
  exp2: (input: T) => Later<T>;
  /** torch.exp2_ */
  exp2_: (input: T) => Later<T | void>;
  /** torch.Tensor.expand */
  expand: (self: T, options: { readonly size: readonly number[] }) => Later<T>;
  /** torch.expm1 */
  expm1: (input: T) => Later<T>;
  /** torch.expm1_ */
  expm1_: (input: T) => Later<T | void>;
  /** torch.Tensor.fill_ */
  fill_: (self: T, value: T | HostScalar) => Later<T | void>;
  /** torch.flatten */
  flatten: (input: T, options: { readonly start_dim?: number; readonly end_dim?: number }) => Later<T>;
  /** torch.flip */
  flip: (input: T, options: { readonly dims: readonly number[] }) => Later<T>;
  /** torch.floor */
  floor: (input: T) => Later<T>;
  /** torch.floor_ */
  floor_: (input: T) => Later<T | void>;
  /** torch.fmax */
  fmax: (input: T, other: T) => Later<T>;
  /** torch.fmin */
  fmin: (input: T, other: T) => Later<T>;
  /** torch.frac */
  frac: (input: T) => Later<T>;
  /** torch.frac_ */
  frac_: (input: T) => Later<T | void>;
  /** torch.full */
  full: (options: { readonly size: readonly number[]; readonly fill_value: HostScalar; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean }) => Later<T>;
  /** torch.gather */
  gather: (input: T, index: T, options: { readonly dim: number }) => Later<T>;
  /** torch.ge */
  ge: (input: T, other: T | HostScalar) => Later<T>;
  /** torch.nn.functional.gelu */
  gelu: (input: T, options: { readonly approximate?: "none" | "tanh" }) => Later<T>;
  /** torch.Tensor.__getitem__ */
  getitem: (self: T, options: { readonly index: readonly IndexItem<T>[] }) => Later<T>;
  /** torch.nn.functional.glu */
  glu: (input: T, options: { readonly dim?: number }) => Later<T>;
  /** torch.gt */
  gt: (input: T, other: T | HostScalar) => Later<T>;
  /** torch.nn.functional.hardshrink */
  hardshrink: (input: T, options: { readonly lambd?: number }) => Later<T>;
  /** torch.nn.functional.hardsigmoid */
  hardsigmoid: (input: T) => Later<T>;
  /** torch.nn.functional.hardswish */
  hardswish: (input: T) => Later<T>;
  /** torch.nn.functional.hardtanh */
  hardtanh: (input: T, options: { readonly min_val?: number; readonly max_val?: number }) => Later<T>;
  /** torch.nn.functional.huber_loss */
  huber_loss: (input: T, target: T, options: { readonly reduction?: 'none' | 'mean' | 'sum'; readonly delta?: number; readonly weight?: T }) => Later<T>;
  /** torch.index_add */
  index_add: (input: T, index: T, source: T, options: { readonly dim: number; readonly alpha?: HostScalar }) => Later<T>;
  /** torch.index_add_ */
  index_add_: (input: T, index: T, source: T, options: { readonly dim: number; readonly alpha?: HostScalar }) => Later<T | void>;
  /** torch.index_fill */
  index_fill: (input: T, index: T, value: T | HostScalar, options: { readonly dim: number }) => Later<T>;
  /** torch.index_fill_ */
  index_fill_: (input: T, index: T, value: T | HostScalar, options: { readonly dim: number }) => Later<T | void>;
  /** torch.index_select */
  index_select: (input: T, index: T, options: { readonly dim: number }) => Later<T>;
  /** torch.Tensor.indices */
  indices: (self: T) => Later<T>;
  /** torch.inner */
  inner: (input: T, other: T) => Later<T>;
  /** torch.Tensor.is_contiguous */
  is_contiguous: (self: T, options: { readonly memory_format?: 'contiguous_format' | 'preserve_format' | 'channels_last' }) => Later<boolean>;
  /** torch.Tensor.is_leaf */
  is_leaf: (self: T) => Later<boolean>;
  /** torch.isfinite */
  isfinite: (input: T) => Later<T>;
  /** torch.isin */
  isin: (elements: T, test_elements: T | HostScalar, options: { readonly invert?: boolean }) => Later<T>;
  /** torch.isinf */
  isinf: (input: T) => Later<T>;
  /** torch.isnan */
  isnan: (input: T) => Later<T>;
  /** torch.isneginf */
  isneginf: (input: T) => Later<T>;
  /** torch.isposinf */
  isposinf: (input: T) => Later<T>;
  /** torch.Tensor.item */
  item: (self: T) => Later<HostNumber>;
  /** torch.nn.functional.kl_div */
  kl_div: (input: T, target: T, options: { readonly reduction?: "none" | "mean" | "batchmean" | "sum"; readonly log_target?: boolean }) => Later<T>;
  /** torch.nn.functional.l1_loss */
  l1_loss: (input: T, target: T, options: { readonly reduction?: 'none' | 'mean' | 'sum'; readonly weight?: T }) => Later<T>;
  /** torch.Tensor.layout */
  layout: (self: T) => Later<string>;
  /** torch.le */
  le: (input: T, other: T | HostScalar) => Later<T>;
  /** torch.nn.functional.leaky_relu */
  leaky_relu: (input: T, options: { readonly negative_slope?: number }) => Later<T>;
  /** len */
  len: (self: T) => Later<number | bigint>;
  /** torch.lgamma */
  lgamma: (input: T) => Later<T>;
  /** torch.lgamma_ */
  lgamma_: (input: T) => Later<T | void>;
  /** torch.linalg.cholesky */
  'linalg.cholesky': (A: T, options: { readonly upper?: boolean }) => Later<T>;
  /** torch.linalg.cross */
  'linalg.cross': (input: T, other: T, options: { readonly dim?: number; readonly axis?: number }) => Later<T>;
  /** torch.linalg.det */
  'linalg.det': (A: T) => Later<T>;
  /** torch.linalg.inv */
  'linalg.inv': (A: T) => Later<T>;
  /** torch.linalg.solve */
  'linalg.solve': (A: T, B: T, options: { readonly left?: boolean }) => Later<T>;
  /** torch.nn.functional.linear */
  linear: (input: T, weight: T, bias: T | undefined) => Later<T>;
  /** torch.log */
  log: (input: T) => Later<T>;
  /** torch.log10 */
  log10: (input: T) => Later<T>;
  /** torch.log10_ */
  log10_: (input: T) => Later<T | void>;
  /** torch.log1p */
  log1p: (input: T) => Later<T>;
  /** torch.log1p_ */
  log1p_: (input: T) => Later<T | void>;
  /** torch.log2 */
  log2: (input: T) => Later<T>;
  /** torch.log2_ */
  log2_: (input: T) => Later<T | void>;
  /** torch.log_softmax */
  log_softmax: (input: T, options: { readonly dim: number; readonly dtype?: Dtype }) => Later<T>;
  /** torch.logical_and */
  logical_and: (input: T, other: T) => Later<T>;
  /** torch.logical_not */
  logical_not: (input: T) => Later<T>;
  /** torch.logical_or */
  logical_or: (input: T, other: T) => Later<T>;
  /** torch.logical_xor */
  logical_xor: (input: T, other: T) => Later<T>;
  /** torch.nn.functional.logsigmoid */
  logsigmoid: (input: T) => Later<T>;
  /** torch.logsumexp */
  logsumexp: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.lt */
  lt: (input: T, other: T | HostScalar) => Later<T>;
  /** torch.manual_seed */
  manual_seed: (generator: unknown, options: { readonly seed: number }) => Later<unknown>;
  /** torch.masked_select */
  masked_select: (input: T, mask: T) => Later<T>;
  /** torch.matmul */
  matmul: (input: T, other: T, options: { readonly out?: T }) => Later<T>;
  /** torch.max */
  max: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T | readonly [values: T, indices: T | undefined]>;
  /** torch.maximum */
  maximum: (input: T, other: T) => Later<T>;
  /** torch.mean */
  mean: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean; readonly dtype?: Dtype }) => Later<T>;
  /** torch.min */
  min: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T | readonly [values: T, indices: T | undefined]>;
  /** torch.minimum */
  minimum: (input: T, other: T) => Later<T>;
  /** torch.nn.functional.mish */
  mish: (input: T) => Later<T>;
  /** torch.mm */
  mm: (input: T, mat2: T) => Later<T>;
  /** torch.movedim */
  movedim: (input: T, options: { readonly source: number | readonly number[]; readonly destination: number | readonly number[] }) => Later<T>;
  /** torch.nn.functional.mse_loss */
  mse_loss: (input: T, target: T, options: { readonly reduction?: 'none' | 'mean' | 'sum'; readonly weight?: T }) => Later<T>;
  /** torch.mul */
  mul: (input: T | HostScalar, other: T | HostScalar) => Later<T>;
  /** torch.mul_ */
  mul_: (input: T, other: T | HostScalar) => Later<T | void>;
  /** torch.mv */
  mv: (input: T, vec: T) => Later<T>;
  /** torch.nanmean */
  nanmean: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean; readonly dtype?: Dtype }) => Later<T>;
  /** torch.nansum */
  nansum: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean; readonly dtype?: Dtype }) => Later<T>;
  /** torch.narrow */
  narrow: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly start: number; readonly length: number }) => Later<T>;
  /** torch.Tensor.ndim */
  ndim: (self: T) => Later<number | bigint>;
  /** torch.ne */
  ne: (input: T, other: T | HostScalar) => Later<T>;
  /** torch.neg */
  neg: (input: T) => Later<T>;
  /** torch.nn.functional.nll_loss */
  nll_loss: (input: T, target: T, weight: T | undefined, options: { readonly ignore_index?: number; readonly reduction?: 'none' | 'mean' | 'sum' }) => Later<T>;
  /** torch.nonzero */
  nonzero: (input: T) => Later<T>;
  /** torch.norm */
  norm: (input: T, options: { readonly p?: number | 'fro'; readonly dim?: number | readonly number[]; readonly keepdim?: boolean; readonly dtype?: Dtype }) => Later<T>;
  /** torch.normal */
  normal: (mean: T | HostScalar, std: T | HostScalar, options: { readonly size?: readonly number[]; readonly generator?: unknown; readonly out?: T; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean }) => Later<T>;
  /** torch.Tensor.normal_ */
  normal_: (self: T, options: { readonly mean?: number; readonly std?: number; readonly generator?: unknown }) => Later<T | void>;
  /** torch.numel */
  numel: (input: T) => Later<number | bigint>;
  /** torch.ones */
  ones: (options: { readonly size: readonly number[]; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean }) => Later<T>;
  /** torch.ones_like */
  ones_like: (input: T, options: { readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean; readonly memory_format?: 'contiguous_format' | 'preserve_format' | 'channels_last' }) => Later<T>;
  /** torch.outer */
  outer: (input: T, vec2: T) => Later<T>;
  /** torch.permute */
  permute: (input: T, options: { readonly dims: readonly number[] }) => Later<T>;
  /** torch.pow */
  pow: (input: T | HostScalar, exponent: T | HostScalar) => Later<T>;
  /** torch.pow_ */
  pow_: (input: T, exponent: T | HostScalar) => Later<T | void>;
  /** torch.nn.functional.prelu */
  prelu: (input: T, weight: T) => Later<T>;
  /** torch.prod */
  prod: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly keepdim?: boolean; readonly keepdims?: boolean; readonly dtype?: Dtype }) => Later<T>;
  /** torch.rad2deg */
  rad2deg: (input: T) => Later<T>;
  /** torch.rad2deg_ */
  rad2deg_: (input: T) => Later<T | void>;
  /** torch.rand */
  rand: (options: { readonly size: readonly number[]; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean; readonly generator?: unknown }) => Later<T>;
  /** torch.randn */
  randn: (options: { readonly size: readonly number[]; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean; readonly generator?: unknown }) => Later<T>;
  /** torch.Tensor.random_ */
  random_: (self: T, options: { readonly generator?: unknown; readonly from?: number; readonly to?: number }) => Later<T | void>;
  /** torch.randperm */
  randperm: (options: { readonly n: number; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly generator?: unknown; readonly requires_grad?: boolean }) => Later<T>;
  /** torch.ravel */
  ravel: (input: T) => Later<T>;
  /** torch.reciprocal */
  reciprocal: (input: T) => Later<T>;
  /** torch.reciprocal_ */
  reciprocal_: (input: T) => Later<T | void>;
  /** torch.relu */
  relu: (input: T) => Later<T>;
  /** torch.nn.functional.relu6 */
  relu6: (input: T) => Later<T>;
  /** torch.Tensor.repeat */
  repeat: (self: T, options: { readonly repeats: readonly number[] }) => Later<T>;
  /** torch.repeat_interleave */
  repeat_interleave: (input: T, repeats: T | HostScalar, options: { readonly dim?: number; readonly axis?: number }) => Later<T>;
  /** torch.Tensor.requires_grad */
  requires_grad: (self: T) => Later<boolean>;
  /** torch.Tensor.requires_grad_ */
  requires_grad_: (self: T, options: { readonly requires_grad?: boolean }) => Later<T | void>;
  /** torch.reshape */
  reshape: (input: T, options: { readonly shape: readonly number[] }) => Later<T>;
  /** torch.Tensor.retain_grad */
  retain_grad: (self: T) => Later<void>;
  /** torch.roll */
  roll: (input: T, options: { readonly shifts: number | readonly number[]; readonly dims?: number | readonly number[] }) => Later<T>;
  /** torch.rot90 */
  rot90: (input: T, options: { readonly k?: number; readonly dims?: readonly number[] }) => Later<T>;
  /** torch.round */
  round: (input: T, options: { readonly decimals?: number }) => Later<T>;
  /** torch.round_ */
  round_: (input: T, options: { readonly decimals?: number }) => Later<T | void>;
  /** torch.rsqrt */
  rsqrt: (input: T) => Later<T>;
  /** torch.rsqrt_ */
  rsqrt_: (input: T) => Later<T | void>;
  /** torch.scatter */
  scatter: (input: T, index: T, src: T | HostScalar, options: { readonly dim: number }) => Later<T>;
  /** torch.scatter_ */
  scatter_: (input: T, index: T, src: T | HostScalar, options: { readonly dim: number }) => Later<T | void>;
  /** torch.scatter_add */
  scatter_add: (input: T, index: T, src: T, options: { readonly dim: number }) => Later<T>;
  /** torch.scatter_add_ */
  scatter_add_: (input: T, index: T, src: T, options: { readonly dim: number }) => Later<T | void>;
  /** torch.searchsorted */
  searchsorted: (sorted_sequence: T, input: T | HostScalar, options: { readonly right?: boolean }) => Later<T>;
  /** torch.select */
  select: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly index: number }) => Later<T>;
  /** torch.nn.functional.selu */
  selu: (input: T) => Later<T>;
  /** torch.Tensor.__setitem__ */
  setitem: (self: T, value: T | HostScalar, options: { readonly index: readonly IndexItem<T>[] }) => Later<T | void>;
  /** torch.Tensor.shape */
  shape: (self: T) => Later<readonly (number | bigint)[]>;
  /** torch.sigmoid */
  sigmoid: (input: T) => Later<T>;
  /** torch.sign */
  sign: (input: T) => Later<T>;
  /** torch.signbit */
  signbit: (input: T) => Later<T>;
  /** torch.nn.functional.silu */
  silu: (input: T) => Later<T>;
  /** torch.sin */
  sin: (input: T) => Later<T>;
  /** torch.sin_ */
  sin_: (input: T) => Later<T | void>;
  /** torch.sinh */
  sinh: (input: T) => Later<T>;
  /** torch.sinh_ */
  sinh_: (input: T) => Later<T | void>;
  /** torch.nn.functional.smooth_l1_loss */
  smooth_l1_loss: (input: T, target: T, options: { readonly reduction?: 'none' | 'mean' | 'sum'; readonly beta?: number }) => Later<T>;
  /** torch.softmax */
  softmax: (input: T, options: { readonly dim: number; readonly dtype?: Dtype }) => Later<T>;
  /** torch.nn.functional.softmin */
  softmin: (input: T, options: { readonly dim: number; readonly dtype?: Dtype }) => Later<T>;
  /** torch.nn.functional.softplus */
  softplus: (input: T, options: { readonly beta?: number; readonly threshold?: number }) => Later<T>;
  /** torch.nn.functional.softshrink */
  softshrink: (input: T, options: { readonly lambd?: number }) => Later<T>;
  /** torch.nn.functional.softsign */
  softsign: (input: T) => Later<T>;
  /** torch.sort */
  sort: (input: T, options: { readonly dim?: number; readonly axis?: number; readonly descending?: boolean; readonly stable?: boolean }) => Later<readonly [values: T, indices: T | undefined]>;
  /** torch.sqrt */
  sqrt: (input: T) => Later<T>;
  /** torch.square */
  square: (input: T) => Later<T>;
  /** torch.square_ */
  square_: (input: T) => Later<T | void>;
  /** torch.squeeze */
  squeeze: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[] }) => Later<T>;
  /** torch.stack */
  stack: (tensors: readonly T[], options: { readonly dim?: number; readonly axis?: number }) => Later<T>;
  /** torch.std */
  std: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly correction?: number; readonly unbiased?: boolean; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.std_mean */
  std_mean: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly correction?: number; readonly unbiased?: boolean; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<readonly [std: T, mean: T | undefined]>;
  /** torch.Tensor.stride */
  stride: (self: T) => Later<readonly (number | bigint)[]>;
  /** torch.sub */
  sub: (input: T | HostScalar, other: T | HostScalar, options: { readonly alpha?: HostScalar }) => Later<T>;
  /** torch.sub_ */
  sub_: (input: T, other: T | HostScalar, options: { readonly alpha?: HostScalar }) => Later<T | void>;
  /** torch.sum */
  sum: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly keepdim?: boolean; readonly keepdims?: boolean; readonly dtype?: Dtype }) => Later<T>;
  /** torch.take_along_dim */
  take_along_dim: (input: T, indices: T, options: { readonly dim?: number }) => Later<T>;
  /** torch.tan */
  tan: (input: T) => Later<T>;
  /** torch.tan_ */
  tan_: (input: T) => Later<T | void>;
  /** torch.tanh */
  tanh: (input: T) => Later<T>;
  /** torch.tanh_ */
  tanh_: (input: T) => Later<T | void>;
  /** torch.nn.functional.tanhshrink */
  tanhshrink: (input: T) => Later<T>;
  /** torch.tensor */
  tensor: (data: Nested<HostScalar>, options: { readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean }) => Later<T>;
  /** torch.tensordot */
  tensordot: (a: T, b: T, options: { readonly dims?: number | readonly (readonly number[])[] }) => Later<T>;
  /** torch.nn.functional.threshold */
  threshold: (input: T, options: { readonly threshold: number; readonly value: number }) => Later<T>;
  /** torch.tile */
  tile: (input: T, options: { readonly dims: readonly number[] }) => Later<T>;
  /** torch.Tensor.to */
  to: (self: T, options: { readonly dtype?: Dtype; readonly device?: 'cpu'; readonly copy?: boolean; readonly memory_format?: 'contiguous_format' | 'preserve_format' | 'channels_last' }) => Later<T>;
  /** torch.Tensor.to_dense */
  to_dense: (self: T) => Later<T>;
  /** torch.Tensor.to_sparse */
  to_sparse: (self: T) => Later<T>;
  /** torch.Tensor.tolist */
  tolist: (self: T) => Later<Host>;
  /** torch.topk */
  topk: (input: T, options: { readonly k: number; readonly dim?: number; readonly axis?: number; readonly largest?: boolean }) => Later<readonly [values: T, indices: T | undefined]>;
  /** torch.trace */
  trace: (input: T) => Later<T>;
  /** torch.transpose */
  transpose: (input: T, options: { readonly dim0: number; readonly dim1: number }) => Later<T>;
  /** torch.tril */
  tril: (input: T, options: { readonly diagonal?: number }) => Later<T>;
  /** torch.triu */
  triu: (input: T, options: { readonly diagonal?: number }) => Later<T>;
  /** torch.trunc */
  trunc: (input: T) => Later<T>;
  /** torch.trunc_ */
  trunc_: (input: T) => Later<T | void>;
  /** torch.unflatten */
  unflatten: (input: T, options: { readonly dim: number; readonly sizes: readonly number[] }) => Later<T>;
  /** torch.Tensor.uniform_ */
  uniform_: (self: T, options: { readonly from?: number; readonly to?: number; readonly generator?: unknown }) => Later<T | void>;
  /** torch.unsqueeze */
  unsqueeze: (input: T, options: { readonly dim: number }) => Later<T>;
  /** torch.Tensor.values */
  values: (self: T) => Later<T>;
  /** torch.var */
  var: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly correction?: number; readonly unbiased?: boolean; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<T>;
  /** torch.var_mean */
  var_mean: (input: T, options: { readonly dim?: number | readonly number[]; readonly axis?: number | readonly number[]; readonly correction?: number; readonly unbiased?: boolean; readonly keepdim?: boolean; readonly keepdims?: boolean }) => Later<readonly [variance: T, mean: T | undefined]>;
  /** torch.vdot */
  vdot: (input: T, other: T) => Later<T>;
  /** torch.Tensor.view */
  view: (self: T, options: { readonly size: readonly number[] }) => Later<T>;
  /** torch.where */
  where: (condition: T, input: T | HostScalar, other: T | HostScalar) => Later<T>;
  /** torch.xlogy */
  xlogy: (input: T | HostScalar, other: T | HostScalar) => Later<T>;
  /** torch.xlogy_ */
  xlogy_: (input: T, other: T | HostScalar) => Later<T | void>;
  /** torch.Tensor.zero_ */
  zero_: (self: T) => Later<T | void>;
  /** torch.zeros */
  zeros: (options: { readonly size: readonly number[]; readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean }) => Later<T>;
  /** torch.zeros_like */
  zeros_like: (input: T, options: { readonly dtype?: Dtype; readonly device?: 'cpu'; readonly requires_grad?: boolean; readonly memory_format?: 'contiguous_format' | 'preserve_format' | 'channels_last' }) => Later<T>;
}
/** The ops that a library has, each as the signatures have it. */
export type Ops<T> = { readonly [K in keyof Signatures<T>]?: Signatures<T>[K] };

/** Modules and losses, each with its constructor's arguments as options. */
export interface Modules<T> {
  /** torch.nn.BCELoss */
  readonly 'nn.BCELoss'?: ModuleAdapter<T, { readonly weight?: T; readonly reduction?: 'none' | 'mean' | 'sum' }>;
  /** torch.nn.BCEWithLogitsLoss */
  readonly 'nn.BCEWithLogitsLoss'?: ModuleAdapter<T, { readonly weight?: T; readonly reduction?: 'none' | 'mean' | 'sum'; readonly pos_weight?: T }>;
  /** torch.nn.Conv2d */
  readonly 'nn.Conv2d'?: ModuleAdapter<T, { readonly in_channels: number; readonly out_channels: number; readonly kernel_size: number | readonly number[]; readonly stride?: number | readonly number[]; readonly padding?: number | readonly number[] | 'same' | 'valid'; readonly padding_mode?: 'zeros' | 'reflect' | 'replicate' | 'circular'; readonly dilation?: number | readonly number[]; readonly groups?: number; readonly bias?: boolean; readonly dtype?: Dtype; readonly device?: 'cpu' }>;
  /** torch.nn.CrossEntropyLoss */
  readonly 'nn.CrossEntropyLoss'?: ModuleAdapter<T, { readonly weight?: T; readonly ignore_index?: number; readonly reduction?: 'none' | 'mean' | 'sum'; readonly label_smoothing?: number }>;
  /** torch.nn.HuberLoss */
  readonly 'nn.HuberLoss'?: ModuleAdapter<T, { readonly reduction?: 'none' | 'mean' | 'sum'; readonly delta?: number }>;
  /** torch.nn.KLDivLoss */
  readonly 'nn.KLDivLoss'?: ModuleAdapter<T, { readonly reduction?: "none" | "mean" | "batchmean" | "sum"; readonly log_target?: boolean }>;
  /** torch.nn.L1Loss */
  readonly 'nn.L1Loss'?: ModuleAdapter<T, { readonly reduction?: 'none' | 'mean' | 'sum' }>;
  /** torch.nn.Linear */
  readonly 'nn.Linear'?: ModuleAdapter<T, { readonly in_features: number; readonly out_features: number; readonly bias?: boolean; readonly dtype?: Dtype; readonly device?: 'cpu' }>;
  /** torch.nn.MSELoss */
  readonly 'nn.MSELoss'?: ModuleAdapter<T, { readonly reduction?: 'none' | 'mean' | 'sum' }>;
  /** torch.nn.NLLLoss */
  readonly 'nn.NLLLoss'?: ModuleAdapter<T, { readonly weight?: T; readonly ignore_index?: number; readonly reduction?: 'none' | 'mean' | 'sum' }>;
  /** torch.nn.PReLU */
  readonly 'nn.PReLU'?: ModuleAdapter<T, { readonly num_parameters?: number; readonly init?: number; readonly dtype?: Dtype; readonly device?: 'cpu' }>;
  /** torch.nn.ReLU */
  readonly 'nn.ReLU'?: ModuleAdapter<T, Record<string, never>>;
  /** torch.nn.Sequential */
  readonly 'nn.Sequential'?: ModuleAdapter<T, Record<string, never>>;
  /** torch.nn.Sigmoid */
  readonly 'nn.Sigmoid'?: ModuleAdapter<T, Record<string, never>>;
  /** torch.nn.SmoothL1Loss */
  readonly 'nn.SmoothL1Loss'?: ModuleAdapter<T, { readonly reduction?: 'none' | 'mean' | 'sum'; readonly beta?: number }>;
}

/** Optimizers, each with its constructor's arguments as options. */
export interface Optimizers<T> {
  /** torch.optim.Adagrad */
  readonly 'optim.Adagrad'?: OptimizerAdapter<T, { readonly lr?: number; readonly lr_decay?: number; readonly weight_decay?: number; readonly initial_accumulator_value?: number; readonly eps?: number; readonly maximize?: boolean }>;
  /** torch.optim.Adam */
  readonly 'optim.Adam'?: OptimizerAdapter<T, { readonly lr?: number; readonly betas?: readonly [number, number]; readonly eps?: number; readonly weight_decay?: number; readonly amsgrad?: boolean; readonly maximize?: boolean }>;
  /** torch.optim.AdamW */
  readonly 'optim.AdamW'?: OptimizerAdapter<T, { readonly lr?: number; readonly betas?: readonly [number, number]; readonly eps?: number; readonly weight_decay?: number; readonly amsgrad?: boolean; readonly maximize?: boolean }>;
  /** torch.optim.RMSprop */
  readonly 'optim.RMSprop'?: OptimizerAdapter<T, { readonly lr?: number; readonly alpha?: number; readonly eps?: number; readonly weight_decay?: number; readonly momentum?: number; readonly centered?: boolean; readonly maximize?: boolean }>;
  /** torch.optim.SGD */
  readonly 'optim.SGD'?: OptimizerAdapter<T, { readonly lr: number; readonly momentum?: number; readonly dampening?: number; readonly weight_decay?: number; readonly nesterov?: boolean; readonly maximize?: boolean }>;
}

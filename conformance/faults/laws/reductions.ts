import { isFloat } from '../../values/dtypes.ts';
import type { Fault } from './fault.ts';
import {
  count,
  grafted,
  inMemoryOrder,
  isNegative,
  leaning,
  steeper,
  withoutNaN,
  withoutTail,
  wrong,
} from './reduced.ts';

const none = {};

/** By law: what a library does that breaks it. */
export const reductionsFaults: Readonly<Record<string, readonly Fault[]>> = {
  'reductions/all-axis-by-axis': [
    // The largest so far is 0 at first.
    wrong('max', (right, x, options, { ops, dtype }) => {
      if (options.dim !== undefined) return right(x, options);
      return ops.to!(ops.maximum!(right(x, options), ops.tensor!(0, none), none), { dtype: dtype(x) });
    }),
  ],
  'reductions/keepdim-is-unsqueeze': [
    // The axis is put back at the front.
    wrong('norm', (right, x, { keepdim, ...options }, { ops }) =>
      keepdim === true ? ops.unsqueeze!(right(x, options), { dim: 0 }) : right(x, options),
    ),
    // A negative axis is not put back.
    wrong('mean', (right, x, { keepdim, ...options }) =>
      right(x, isNegative(options) || keepdim !== true ? options : { ...options, keepdim }),
    ),
  ],
  'reductions/negative-dims': [
    // −2 is taken for −1.
    wrong('cumsum', (right, x, options) => right(x, isNegative(options) ? { ...options, dim: -1 } : options)),
  ],
  'reductions/list-is-one-by-one': [
    // The axes of a list are not renumbered after those in front of them are gone.
    wrong(['sum', 'nansum', 'amax', 'amin', 'any'], (right, x, { dim, ...options }, { shape }) => {
      if (!Array.isArray(dim)) return right(x, { ...options, ...(dim === undefined ? none : { dim }) });
      const dims = dim.map((d: number) => (d + shape(x).length) % shape(x).length);
      return dims.reduce((left, d) => right(left, { ...options, dim: Math.min(d, shape(left).length - 1) }), x);
    }),
  ],
  'reductions/axes-permuted': [
    wrong('argmax', (right, x, options, tools) => right(inMemoryOrder(x, tools), options)),
    wrong('sum', (right, x, options, tools) => right(inMemoryOrder(x, tools), options)),
  ],
  'reductions/order-of-elements': [wrong('sum', (right, x, options, tools) => right(withoutTail(x, tools), options))],
  'reductions/linear': [
    // Zeros are left out of the number of elements.
    wrong('mean', (right, x, options, { ops, dtype }) => {
      const share = right(ops.to!(ops.ne!(x, 0, none), { dtype: dtype(x) }), options);
      return ops.div!(right(x, options), ops.maximum!(share, ops.tensor!(1e-9, none), none), none);
    }),
  ],
  'reductions/mean-is-sum-over-n': [
    // All elements are counted, whatever the axes.
    wrong('mean', (right, x, options, tools) => {
      const out = right(x, options);
      return tools.ops.mul!(out, count(out, tools) === 1 ? 1 : 1 / count(out, tools), none);
    }),
  ],
  'reductions/var-by-definition': [
    // Biased, whatever is asked for.
    wrong('var', (right, x, options) => right(x, { ...options, unbiased: false })),
    // The squares are summed first.
    wrong('var', (right, x, { unbiased, ...options }, { ops, dtype }) => {
      const due = right(x, { ...options, ...(unbiased === undefined ? none : { unbiased }) });
      const squares = ops.mean!(ops.mul!(x, x, none), options);
      const mean = ops.mean!(x, options);
      const naive = ops.sub!(squares, ops.mul!(mean, mean, none), none);
      return unbiased === false && dtype(x) === 'float32' ? naive : due;
    }),
  ],
  'reductions/std-squared-is-var': [
    wrong('std', (right, x, options) => right(x, { ...options, unbiased: false })),
    wrong('std', (_, x, options, { ops }) => ops.sqrt!(ops.add!(ops.var!(x, options), 1e-5, none), none)),
  ],
  'reductions/largest-is-an-element': [
    wrong('max', (right, x, options, { dtype, ...tools }) =>
      isFloat(dtype(x)) ? right(withoutNaN(x, { dtype, ...tools }), options) : right(x, options),
    ),
  ],
  'reductions/argmax-points-at-max': [
    // The last of several.
    wrong('argmax', (right, x, options, tools) =>
      tools.dtype(x) === 'float64' ? right(leaning(x, tools), options) : right(x, options),
    ),
  ],
  'reductions/min-is-max-of-negated': [
    // The smallest so far is infinite at first, and stays so beside NaN.
    wrong('min', (right, x, options, { ops }) => {
      const numbers = ops.where!(ops.eq!(x, x, none), x, Number.POSITIVE_INFINITY, none);
      return right(numbers, options);
    }),
  ],
  'reductions/cumsum-ends-in-sum': [
    // In the dtype that it has, which wraps.
    wrong('cumsum', (right, x, options, { ops, dtype }) => ops.to!(right(x, options), { dtype: dtype(x) })),
  ],
  'reductions/cumsum-differences': [
    // Without the element itself.
    wrong('cumsum', (right, x, options, { ops }) => ops.sub!(right(x, options), x, none)),
  ],
  'reductions/of-nothing': [
    wrong('mean', (right, x, options, tools) =>
      count(x, tools) === 0 ? tools.ops.zeros_like!(right(x, options), none) : right(x, options),
    ),
  ],
  'reductions/largest-of-nothing-raises': [
    // What the search starts with is taken for what it found.
    wrong('min', (right, x, options, tools) =>
      count(x, tools) > 0 || 'dim' in options ? right(x, options) : tools.ops.tensor!(Number.POSITIVE_INFINITY, none),
    ),
    wrong('argmax', (right, x, options, tools) =>
      count(x, tools) > 0 ? right(x, options) : tools.ops.tensor!(0, none),
    ),
  ],
  'reductions/of-zero-d': [
    // No axes, so none is in range.
    wrong('cumsum', (right, x, options, { shape }) => {
      if (shape(x).length === 0) throw new Error('the axis is out of range');
      return right(x, options);
    }),
    wrong('sum', (right, x, options, { shape, ops }) =>
      shape(x).length === 0 && options.keepdim === true
        ? ops.unsqueeze!(right(x, none), { dim: 0 })
        : right(x, options),
    ),
  ],
  'reductions/dtype-of-result': [
    // What is narrower than int64 is counted in its own way.
    wrong('sum', (right, x, options, { ops, dtype }) =>
      ops.to!(right(x, options), {
        dtype: isFloat(dtype(x)) || dtype(x) === 'int64' ? dtype(right(x, options)) : 'int32',
      }),
    ),
    wrong('argmin', (right, x, options, { ops }) => ops.to!(right(x, options), { dtype: 'int32' })),
  ],
  'reductions/out-of-range-raises': [
    // Taken modulo the rank.
    wrong('argmax', (right, x, { dim, ...options }, { shape }) => {
      const rank = Math.max(1, shape(x).length);
      return right(x, { ...options, ...(typeof dim === 'number' ? { dim: dim % rank } : none) });
    }),
  ],
  'reductions/repeated-raises': [
    // Compared before negative axes are counted from the front.
    wrong('sum', (right, x, { dim, ...options }, { shape }) => {
      const [first, second] = Array.isArray(dim) ? dim : [];
      const once = second !== undefined && Math.abs(first - second) === shape(x).length ? [first] : dim;
      return right(x, { ...options, ...(once === undefined ? none : { dim: once }) });
    }),
  ],
  'reductions/sum-gradient': [
    wrong('sum', (right, x, options, tools) => grafted(right(x, options), tools.ops.mean!(x, options), tools)),
  ],
  'reductions/mean-gradient': [
    wrong('mean', (right, x, options, tools) => grafted(right(x, options), tools.ops.sum!(x, options), tools)),
  ],
  'reductions/max-gradient': [
    // To every element.
    wrong('max', (right, x, options, tools) =>
      options.dim === undefined ? grafted(right(x, options), tools.ops.mean!(x, none), tools) : right(x, options),
    ),
    // Twice the cotangent.
    wrong('min', (right, x, options, tools) =>
      options.dim === undefined ? steeper(right(x, options), 2, tools) : right(x, options),
    ),
  ],
  'reductions/var-gradient': [
    // The number of elements is not lessened.
    wrong('var', (right, x, options, tools) =>
      grafted(right(x, options), right(x, { ...options, unbiased: false }), tools),
    ),
    // The half is forgotten.
    wrong('std', (right, x, options, tools) => steeper(right(x, options), 2, tools)),
  ],
  'reductions/cumsum-gradient': [
    // Summed from the front, as the op itself.
    wrong('cumsum', (right, x, options, tools) => {
      const { ops } = tools;
      const total = ops.sum!(x, { dim: options.dim, keepdim: tools.shape(x).length > 0 });
      const out = right(x, options);
      return grafted(out, ops.add!(ops.sub!(total, out, none), x, none), tools);
    }),
  ],
  'reductions/norm-gradient': [
    // Not divided by the norm.
    wrong('norm', (right, x, options, tools) => {
      const squares = tools.ops.sum!(tools.ops.mul!(x, x, none), options);
      return grafted(right(x, options), tools.ops.mul!(squares, 0.5, none), tools);
    }),
  ],
};

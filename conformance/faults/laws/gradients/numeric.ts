import { type Fault, wrongOp, wrongOps } from '../fault.ts';
import { cut, off, passing, scaled } from './bent.ts';

const none = {};
type Options = Readonly<Record<string, unknown>>;

/** Wrong derivatives of single ops, their values right. */
export const numericFaults: Readonly<Record<string, readonly Fault[]>> = {
  'gradients/unary': [
    // |x| taken for x.
    wrongOp('abs', (right, tools) => (x, o) => passing(right(x, o), x, tools)),
    wrongOp('sqrt', (right, tools) => (x, o) => off(right(x, o), tools)),
  ],
  'gradients/binary': [
    // A number minus a tensor: the sign is forgotten.
    wrongOp(
      'sub',
      (right, tools) => (a, b, o) => (tools.isTensor(a) ? right(a, b, o) : scaled(right(a, b, o), -1, tools)),
    ),
    wrongOp('pow', (right, tools) => (a, b, o) => right(a, cut(b, tools), o)),
  ],
  'gradients/choices': [
    // A number on one side, and the mask is not applied to the gradient of the other.
    wrongOp('where', (right, tools) => (s, a, b, o) => {
      const y = right(s, a, b, o);
      return tools.isTensor(b) ? y : passing(y, tools.ops.add!(a, tools.ops.zeros_like!(y, none), none), tools);
    }),
    wrongOp('minimum', (right, tools) => (a, b, o) => right(a, off(b, tools), o)),
  ],
  'gradients/reductions': [
    // Divided by all elements, not by those of the axes.
    wrongOp('mean', (right, tools) => (x, o) => {
      const [all, left] = [x, right(x, o)].map((t) => tools.shape(t).reduce((n, size) => n * size, 1));
      return left === 1 ? right(x, o) : (scaled(right(x, o), 1 / left!, tools) ?? all);
    }),
    // The derivative of the biased deviation.
    wrongOp('std', (right, tools) => (x, o) => {
      const biased = right(x, { ...(o as Options), unbiased: false });
      return (o as Options).unbiased === false ? right(x, o) : passing(right(x, o), biased, tools);
    }),
  ],
  'gradients/norm': [
    // Signs are forgotten in the least common order.
    wrongOp(
      'norm',
      (right, tools) => (x, o) =>
        (o as Options).p === 1.5 ? passing(right(x, o), right(scaled(x, -1, tools), o), tools) : right(x, o),
    ),
  ],
  'gradients/products': [
    wrongOp('linear', (right, tools) => (x, w, b, o) => right(x, w, scaled(b, 0.5, tools), o)),
    // A matrix beside a batch of matrices.
    wrongOp(
      'matmul',
      (right, tools) => (a, b, o) =>
        tools.shape(a).length > tools.shape(b).length && tools.shape(b).length > 1
          ? right(a, cut(b, tools), o)
          : right(a, b, o),
    ),
  ],
  'gradients/matrices': [
    // The gradient of the right-hand side has the other sign.
    wrongOp('linalg.solve', (right, tools) => (a, b, o) => right(a, scaled(b, -1, tools), o)),
  ],
  'gradients/contractions': [
    // What is added to gets a little too much.
    wrongOp('addmm', (right, tools) => (c, a, b, o) => right(off(c, tools), a, b, o)),
    wrongOp('outer', (right, tools) => (a, b, o) => right(a, cut(b, tools), o)),
  ],
  'gradients/shapes': [
    // The second tensor's part goes to the first.
    wrongOp('stack', (right, tools) => (parts, o) => {
      const [a, b, ...rest] = parts as unknown[];
      return passing(right(parts, o), right([b, a, ...rest], o), tools);
    }),
    // Mean for sum.
    wrongOp('expand', (right, tools) => (x, o) => {
      const [from, to] = [x, right(x, o)].map((t) => tools.shape(t).reduce((n, size) => n * size, 1));
      return scaled(right(x, o), from! / to!, tools);
    }),
  ],
  'gradients/places': [
    // What was overwritten keeps its gradient.
    wrongOp('scatter', (right, tools) => (x, i, src, o) => {
      const y = right(x, i, src, o);
      return passing(y, tools.ops.add!(y, x, none), tools);
    }),
  ],
  'gradients/orders': [
    // Each place of the result goes back to the same place of the input.
    wrongOp('sort', (right, tools) => (x, o) => {
      const [values, indices] = right(x, o) as readonly unknown[];
      return [passing(values, x, tools), indices];
    }),
  ],
  'gradients/indexing': [
    // An element that is read twice gets the gradient of one reading.
    wrongOp('getitem', (right, tools) => (x, o) => {
      const y = right(x, o);
      const [entry] = (o as { index: readonly unknown[] }).index;
      const list = (entry as { tensor?: unknown } | undefined)?.tensor;
      if (list === undefined || tools.dtype(list) !== 'int64') return y;
      const all = tools.values(list);
      const mask = all.map((i, k) => (all.indexOf(i) === k ? 1 : 0));
      const sizes = tools.shape(y).map((n, k) => (k === 0 ? n : 1));
      const once = tools.ops.reshape!(tools.ops.tensor!(mask, { dtype: tools.dtype(x) }), { shape: sizes });
      return passing(y, tools.ops.mul!(y, once, none), tools);
    }),
    // What was overwritten keeps its gradient.
    wrongOp('setitem', (right, tools) => (x, value, o) => {
      const old = tools.ops.getitem!(tools.ops.clone!(x, none), o);
      return right(
        x,
        tools.isTensor(value) ? tools.ops.add!(value, tools.ops.sub!(old, tools.detach(old), none), none) : value,
        o,
      );
    }),
  ],
  'gradients/writing': [
    wrongOps(['sub_', 'div_'], (right, tools) => (x, other, o) => right(x, scaled(other, -1, tools), o)),
    wrongOp(
      'exp_',
      (right, tools) => (x, o) => tools.ops.copy_!(x, off(tools.ops.clone!(right(x, o), none), tools), none),
    ),
  ],
  'gradients/losses': [
    wrongOp('mse_loss', (right, tools) => (x, target, o) => right(x, cut(target, tools), o)),
    // Divided by the rows, not by their weights.
    wrongOp(
      'nll_loss',
      (right, tools) => (x, target, weight, o) =>
        weight === undefined || weight === null
          ? right(x, target, weight, o)
          : scaled(right(x, target, weight, o), 0.5, tools),
    ),
  ],
  'gradients/activations': [
    // Only the diagonal of the Jacobian.
    wrongOp('softmax', (right, tools) => (x, o) => {
      const y = right(x, o);
      const still = tools.detach(y);
      const slope = tools.ops.mul!(still, tools.ops.sub!(1, still, none), none);
      return passing(y, tools.ops.mul!(x, slope, none), tools);
    }),
    wrongOp('prelu', (right, tools) => (x, w, o) => right(x, off(w, tools), o)),
  ],
  'gradients/convolution': [
    wrongOp('conv2d', (right, tools) => (x, w, b, o) => right(x, w, cut(b, tools), o)),
    // Strides are forgotten on the way back.
    wrongOp(
      'conv2d',
      (right, tools) => (x, w, b, o) => right((o as Options).stride === undefined ? x : off(x, tools), w, b, o),
    ),
  ],
};

import { isInteger } from '../../../values/dtypes.ts';
import { copiedFirst, type Fault, wrongOp, wrongOps } from '../fault.ts';
import { cut, off, passing, scaled } from './bent.ts';
import { wrongParameters, wrongTape } from './tape.ts';

const none = {};
const size = (shape: readonly number[]): number => shape.reduce((n, one) => n * one, 1);

/** What goes wrong on the way back, whatever the op. */
export const structuralFaults: Readonly<Record<string, readonly Fault[]>> = {
  'gradients/cotangent-linear': [
    // Gradients are clipped where the pass starts.
    wrongTape(({ backward }, { ops, values }) => ({
      backward: (y, given, o) => {
        const large = given !== undefined && values(given).some((v) => Math.abs(Number(v)) > 5);
        return backward(y, large ? (ops.mul!(given, 0.5, none) as typeof given) : given, o);
      },
    })),
  ],
  'gradients/cotangent-of-ones': [
    // The sum of all elements passes back their mean.
    wrongOp(
      'sum',
      (right, tools) => (x, o) =>
        tools.shape(x).length > 1 && Object.keys(o as object).length === 0
          ? scaled(right(x, o), 1 / size(tools.shape(x)), tools)
          : right(x, o),
    ),
  ],
  'gradients/chain-rule': [
    // Right on leaves, wrong on results.
    wrongOp(
      'sigmoid',
      (right, tools) => (x, o) => (tools.ops.is_leaf!(x, none) === true ? right(x, o) : off(right(x, o), tools)),
    ),
  ],
  'gradients/changed-saved-raises': [
    // The gradient reads a copy of the result, to which nobody can write.
    wrongOps(['exp', 'sigmoid', 'sqrt'], (right, tools) => (x, o) => tools.ops.clone!(right(x, o), none)),
    // A mask, or what else stands first, is not taken for a value that is saved.
    wrongOps(['where', 'mul', 'div', 'maximum', 'minimum'], copiedFirst),
  ],
  'gradients/changed-unsaved-is-free': [
    // What the gradient has no need of is kept.
    wrongOps('add sub neg clone sum mean cumsum exp sigmoid tanh'.split(' '), (right, { ops, isTensor }) => {
      const kept = <T>(x: T): T => (isTensor(x) ? (ops.pow!(x, 1, none) as T) : x);
      return (a, b, o) => right(kept(a), kept(b), o);
    }),
    wrongOps(
      'relu neg clone exp sigmoid sqrt tanh exp2 ceil floor trunc sign sum mean cumsum softmax'.split(' '),
      (right, tools) => (x, o) => right(tools.ops.maximum!(x, x, none), o),
    ),
  ],
  'gradients/over-backwards': [
    // The second pass replaces what the first left.
    wrongTape(({ requiresGrad, backward, grad }, { ops }) => {
      const leaves: unknown[] = [];
      return {
        requiresGrad: (x, on) => {
          leaves.push(x);
          return requiresGrad(x, on);
        },
        backward: (y, given, o) => {
          for (const leaf of leaves) {
            const old = grad(leaf as typeof y);
            if (old !== null) ops.zero_!(old, none);
          }
          return backward(y, given, o);
        },
      };
    }),
  ],
  'gradients/over-uses': [
    // Of two operands on one graph, the second is taken for a constant.
    wrongOp(
      'sub',
      (right, tools) => (a, b, o) =>
        tools.isTensor(a) && tools.requiresGrad(a) ? right(a, cut(b, tools), o) : right(a, b, o),
    ),
    wrongOp('mul', (right, tools) => (a, b, o) => (a === b ? right(a, cut(b, tools), o) : right(a, b, o))),
  ],
  'gradients/detached': [wrongTape(() => ({ detach: (x) => x }))],
  'gradients/unrecorded': [wrongTape(() => ({ noGrad: (run) => run() }))],
  'gradients/leaf-form': [
    // The gradient stays in the dtype that the op was computed in.
    wrongTape(({ grad }, { ops, dtype }) => ({
      grad: (x) => {
        const g = grad(x);
        return g !== null && dtype(g) === 'float16' ? (ops.to!(g, { dtype: 'float32' }) as typeof g) : g;
      },
    })),
    // A number with an axis.
    wrongTape(({ grad }, { ops, shape }) => ({
      grad: (x) => {
        const g = grad(x);
        return g !== null && shape(g).length === 0 ? (ops.unsqueeze!(g, { dim: 0 }) as typeof g) : g;
      },
    })),
  ],
  'gradients/stretched': [
    // Mean for sum, where an axis of size 1 was stretched.
    wrongOp('mul', (right, tools) => (a, b, o) => {
      if (!tools.isTensor(a) || !tools.isTensor(b) || size(tools.shape(b)) !== 1) return right(a, b, o);
      return right(a, scaled(b, 1 / size(tools.shape(a)), tools), o);
    }),
  ],
  'gradients/through-views': [
    // Ops on what is not contiguous take the wrong strides on the way back.
    wrongOps(['mul', 'sum', 'sigmoid'], (right, tools) => (...args) => {
      const y = right(...args);
      return tools.ops.is_contiguous!(args[0], none) === true ? y : off(y, tools);
    }),
  ],
  'gradients/in-place': [
    // What is written in place forgets where it came from.
    wrongOp('div_', (right, tools) => (x, other, o) => right(x, off(other, tools), o)),
    wrongOp('add_', (right, tools) => (x, other, o) => right(x, cut(other, tools), o)),
  ],
  'gradients/second-order': [
    wrongOp('autograd.grad', (right, tools) => (y, xs, o) => (right(y, xs, o) as unknown[]).map((g) => off(g, tools))),
    // The gradient of the gradient takes the result for a constant.
    wrongOp('exp', (right, tools) => (x, o) => {
      const y = right(x, o);
      return tools.requiresGrad(x) ? passing(y, tools.ops.mul!(x, tools.detach(y), none), tools) : y;
    }),
  ],
  'gradients/mixed-partials': [
    // One of the operands forgets that the other is one.
    wrongOp(
      'autograd.grad',
      (right, tools) => (y, xs, o) => (right(y, xs, o) as unknown[]).map((g, i) => (i === 1 ? off(g, tools) : g)),
    ),
  ],
  'gradients/zero-size': [
    wrongOp('sum', (right, tools) => (x, o) => (size(tools.shape(x)) === 0 ? cut(right(x, o), tools) : right(x, o))),
    // An empty sum on the way back is nothing, not 0.
    wrongTape(({ grad }, { values }) => ({
      grad: (x) => {
        const g = grad(x);
        return g !== null && values(g).length === 0 ? null : g;
      },
    })),
  ],
  'gradients/non-contiguous': [
    // Strides are ignored: the gradient comes in the order of the memory.
    wrongOps(['neg', 'sigmoid'], (right, tools) => (x, o) => {
      if (tools.ops.is_contiguous!(x, none) === true) return right(x, o);
      const memory = tools.ops.reshape!(tools.ops.T!(x, none), { shape: tools.shape(x) });
      return passing(right(x, o), right(memory, o), tools);
    }),
  ],
  'gradients/unused-leaf': [
    wrongTape(({ grad }, { ops, requiresGrad }) => ({
      grad: (x) => grad(x) ?? (requiresGrad(x) ? (ops.zeros_like!(x, none) as typeof x) : null),
    })),
  ],
  'gradients/afresh': [
    wrongOp('zero_', () => (x) => x),
    // What is set to zero is kept.
    () => {
      const faulty = wrongTape(() => ({}))();
      const sgd = faulty.optim!['optim.SGD']!;
      return {
        ...faulty,
        optim: { ...faulty.optim, 'optim.SGD': (params, o) => ({ ...sgd(params, o), zeroGrad: () => {} }) },
      };
    },
  ],
  'gradients/sum-of-losses': [
    // Of a sum of two numbers only the first is followed.
    wrongOp(
      'add',
      (right, tools) => (a, b, o) =>
        tools.isTensor(a) && tools.shape(a).length === 0 ? right(a, off(b, tools), o) : right(a, b, o),
    ),
  ],
  'gradients/integers': [
    wrongTape(({ grad }, { ops, dtype }) => ({
      grad: (x) => grad(x) ?? (isInteger(dtype(x)) ? (ops.zeros_like!(x, none) as typeof x) : null),
    })),
  ],
  'gradients/scaled-loss': [
    // Small gradients are flushed.
    wrongOp('mul', (right, tools) => (a, b, o) => {
      const y = right(a, b, o);
      if (tools.isTensor(b) || tools.shape(a).length > 0) return y;
      const [from, to] = [a, y].map((t) => Math.abs(Number(tools.values(t)[0])));
      return to! < from! * 1e-3 ? scaled(y, 0, tools) : y;
    }),
  ],
  'gradients/modules': [
    wrongParameters(
      'nn.Linear',
      (weights, tools) => (tools.shape(weights).length === 1 ? cut(weights, tools) : weights),
      'linear',
    ),
  ],
};

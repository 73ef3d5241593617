/** What `addmm` and `baddbmm` share: a product of matrices, or of stacks of them, beside what it is added to. */

import type { Dtypes, Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type BinaryRow, bigintBinaryLoop, binaryLoop } from '../../kernels/loop.ts';
import { broadcastShapes, type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { emptyView, type View } from '../../memory/view.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { type Scalar, toBigint, toNumber } from '../../numbers/scalar.ts';
import { oneDtype } from './one-dtype.ts';

export interface Factors {
  /** Multiplies what is added to; where it is 0, that is not looked at. Of integers, without its fraction. */
  readonly beta: Scalar;
  /** Multiplies the product. Of integers, without its fraction. */
  readonly alpha: Scalar;
}

function oneDtypeOfThree([input, a, b]: readonly Operand[]): Dtypes {
  oneDtype([input!, a!]);
  return oneDtype([a!, b!]);
}

// out[i] = α·a[i] + β·b[i]
const weighted =
  (alpha: number, beta: number): BinaryRow =>
  (n, out, o, a, p, s, b, q, t) => {
    // A product of two int32 has more bits than a float64 holds.
    if (out instanceof Int32Array) {
      for (let i = 0; i < n; i++) out[o + i] = Math.imul(alpha, a[p + i * s]!) + Math.imul(beta, b[q + i * t]!);
    } else if (beta === 0) for (let i = 0; i < n; i++) out[o + i] = alpha * a[p + i * s]!;
    else for (let i = 0; i < n; i++) out[o + i] = alpha * a[p + i * s]! + beta * b[q + i * t]!;
  };

/** In which dtype a product is held until it is added: where it is exact or, of floats, not rounded yet. */
const heldIn = (dtype: Dtype): Dtype => (dtype === 'int64' || dtype === 'int32' ? dtype : 'float64');

function add(out: View, product: View, input: View, { alpha, beta }: Factors): void {
  if (out.dtype === 'int64') {
    const [k, l] = [toBigint(alpha), toBigint(beta)];
    bigintBinaryLoop(out, product, input, (x, y) => k * x + l * y);
    return;
  }
  const floats = out.dtype.includes('float');
  const [k, l] = [alpha, beta].map((x) => (floats ? toNumber(x) : Math.trunc(toNumber(x)))) as [number, number];
  binaryLoop(out, product, input, weighted(k, l));
}

/** The product itself: its shape, how it is computed, and in the words of ops for its gradients. */
interface Product {
  readonly name: string;
  readonly gradFn: string;
  readonly shape: (shapes: readonly Shape[]) => Shape;
  readonly multiply: (out: View, a: View, b: View) => void;
  readonly product: (a: Tensor, b: Tensor) => Tensor;
}

const turned = (t: Tensor): Tensor => t.transpose(-2, -1);
const times = (grad: Tensor, factor: Scalar): Tensor => (factor === 1 ? grad : grad.mul(factor));

export const addedProduct = ({ name, gradFn, shape, multiply, product }: Product): Op<Factors> => ({
  name,
  shape: ([input, ...factors]) => {
    const out = shape(factors);
    if (!sameShape(broadcastShapes(input!, out), out)) {
      raise('shape_mismatch', `${name}: ${shapeText(input!)} does not stretch to ${shapeText(out)}`);
    }
    return out;
  },
  dtype: oneDtypeOfThree,
  layout: 'row-major',
  // out = β·input + α·(a·b), rounded once
  forward: (out, [input, a, b], factors) => {
    const held = emptyView(heldIn(out.dtype), out.shape);
    multiply(held, a!, b!);
    add(out, held, input!, factors);
  },
  // d(β·C + α·AB) = β·dC + α·(dA·B + A·dB), so dC = β·g, dA = α·g·Bᵀ and dB = α·Aᵀ·g
  vjp: {
    gradFn,
    rules: [
      (grad, { options: { beta } }) => times(grad, beta),
      (grad, saved) => times(product(grad, turned(saved.input(2))), saved.options.alpha),
      (grad, saved) => times(product(turned(saved.input(1)), grad), saved.options.alpha),
    ],
  },
});

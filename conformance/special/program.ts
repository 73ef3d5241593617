/** A case before PyTorch is asked, built step by step. */
import type { Dtype, Element, Literal, Nested, OpStep, Step, Tolerance } from '../values/case.ts';
import type { FloatDtype } from '../values/dtypes.ts';
import { roundings } from '../values/formats.ts';
import { filled } from '../values/repeats.ts';

/** A tensor as a fixture writes it: in full, or as few numbers that it repeats. */
type Written = { readonly dtype: Dtype; readonly shape: readonly number[]; readonly requires_grad?: true } & (
  | { readonly data: Nested<Element> }
  | { readonly repeats: readonly Element[] }
);

type Near = Readonly<Record<FloatDtype, Tolerance>>;

/** No more than rounding, in terms of each number itself: beside the largest number any other would be lost in its shadow. */
const within = (rtol: number): Tolerance => ({ rtol, atol: 0 });
const wide = { float32: within(roundings.float32), float64: within(roundings.float64) };
/** Of values, which are rounded once. */
export const once: Near = { ...wide, float16: within(roundings.float16), bfloat16: within(5e-3) };
/** Of gradients, which the 16-bit dtypes round on the way: of bfloat16 less than a step from a power of two. */
export const often: Near = { ...wide, float16: within(4e-3), bfloat16: within(7.7e-3) };
/** Of what is the difference of numbers about 1, and may be small itself. */
export const beside1: Near = {
  ...often,
  float32: { rtol: roundings.float32, atol: roundings.float32 },
  float64: { rtol: roundings.float64, atol: roundings.float64 },
};

export class Program {
  readonly inputs: Record<string, Written> = {};
  readonly ops: Step[] = [];
  /** What is looked at, and how near it has to be; `undefined`: as the pages say. */
  readonly observe: Record<string, Tolerance | undefined> = {};

  /** A tensor of these elements in row-major order; fewer than its shape holds are repeated. */
  tensor(name: string, dtype: Dtype, shape: readonly number[], elements: readonly Element[], leaf = false): string {
    const size = shape.reduce((n, axis) => n * axis, 1);
    const held = size <= elements.length ? { data: filled(shape, elements) } : { repeats: elements };
    this.inputs[name] = { dtype, shape, ...held, ...(leaf && { requires_grad: true }) };
    return name;
  }

  call(op: string, operands: readonly Literal[], out?: OpStep['out'], options: NonNullable<OpStep['with']> = {}): void {
    this.ops.push(stepOf(op, operands, out, options));
  }

  look(tolerance: Tolerance | undefined, ...names: readonly string[]): void {
    for (const name of names) this.observe[name] = tolerance;
  }

  /** The gradients of Σ c·y in whatever leaves y is made of. */
  differentiate(y: string, dtype: FloatDtype, shape: readonly number[], suffix = ''): void {
    this.tensor(`c${suffix}`, dtype, shape, COTANGENT);
    this.call('mul', [y, `c${suffix}`], `p${suffix}`);
    this.call('sum', [`p${suffix}`], `s${suffix}`);
    this.call('backward', [`s${suffix}`]);
  }
}

export const stepOf = (
  op: string,
  operands: readonly Literal[],
  out?: OpStep['out'],
  options: NonNullable<OpStep['with']> = {},
): OpStep => ({
  op,
  ...(operands.length > 0 && { in: operands }),
  ...(Object.keys(options).length > 0 && { with: options }),
  ...(out !== undefined && { out }),
});

/** Distinct numbers that come back to a result. None is below 1, so that twice the largest number times one overflows in whatever order. */
export const COTANGENT: readonly number[] = [1, -2, 1.5, -1, 2, -1.5, 1.25];

/**
 * Gradients against numeric differentiation. The program is evaluated at six points around each element,
 *
 *   D(h) = (f(x + h) − f(x − h)) / 2h,   f′ ≈ (64 D(h/4) − 20 D(h/2) + D(h)) / 45,
 *
 * whose error is h⁶ f⁽⁷⁾ / (64 · 7!). Over the pages' domains that is below 1e-8 of f′ (worst for x⁻³ at 0.1).
 */
import type fc from 'fast-check';
import { type Shape, volume } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import type { Expectation, OpStep, TensorValue } from '../../values/case.ts';
import { element } from '../../values/decimal.ts';
import { decode, flatten } from '../../values/element.ts';
import type { Observation } from '../../values/observation.ts';
import { round } from '../../values/round.ts';
import { numbers, together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { finest, type Precision, sharp } from './precision.ts';
import { type Program, renamed, withLeaves } from './program.ts';

/** Richardson's weight of D(h), D(h/2), D(h/4). */
const LEVELS = [
  [1, 1 / 45],
  [2, -20 / 45],
  [4, 64 / 45],
] as const;
/** What the rounding of one evaluation becomes: Σ |weight| / h. */
const AMPLIFIED = LEVELS.reduce((sum, [part, weight]) => sum + Math.abs(weight) * part, 0);

/** A law that compares the gradients of programs with differences. */
export const againstDifferences = (
  law: Omit<Law, 'trials'>,
  programs: (precision: Precision) => fc.Arbitrary<Program>,
): Law => ({
  ...law,
  trials: (lab) =>
    finest(lab, (precision) =>
      programs(precision).chain((program) =>
        tensor(precision.dtype, program.shape, { low: -2, high: 2 }).map((c) => differences(program, c, precision)),
      ),
    ),
});

/** One program with one cotangent. */
export const differences = (program: Program, c: TensorValue, fineness: Precision): Trial => {
  const precision = { ...fineness, step: program.step ?? fineness.step };
  const { steps, out, gradients } = program;
  const evaluations = Object.values(gradients).flatMap((name) => around(program, name, precision));
  const cotangent = values(c);
  const size = 1 + Math.max(0, ...Object.values(program.inputs).flatMap((t) => values(t).map(Math.abs)));
  return {
    inputs: { ...withLeaves(program), c, ...Object.fromEntries(evaluations.map(({ at, moved }) => [at, moved])) },
    ops: [...steps, { op: 'backward', in: [out, 'c'] }, ...evaluations.flatMap(({ ops }) => ops)],
    observe: [...Object.keys(gradients), ...evaluations.map(({ result }) => result)],
    statement: (seen) => {
      const found = evaluations.flatMap(({ result }) => numbers(seen[result]));
      if (!found.every(Number.isFinite)) return undefined;
      // Sums and products on the way may be as large as the operands squared, whatever comes out.
      const magnitude = Math.max(size ** 2, ...found.map(Math.abs));
      const total = cotangent.reduce((sum, value) => sum + Math.abs(value), 0);
      const atol = ((AMPLIFIED * precision.rounding) / precision.step) * magnitude * total;
      const expected = Object.entries(gradients).map(([path, name]): [string, Expectation | undefined] => {
        const { dtype, shape } = program.inputs[name]!;
        const derivative = Array.from({ length: volume(shape) }, (_, i) =>
          evaluations
            .filter(({ of, index }) => of === name && index === i)
            .reduce((sum, { result, weight }) => sum + weight * inner(cotangent, seen[result]), 0),
        );
        return [path, pinned(derivative, dtype, shape, precision.rtol, atol)];
      });
      return together(Object.fromEntries(expected));
    },
  };
};

const values = (t: TensorValue): number[] => flatten(t.data).map((e) => Number(decode(e, t.dtype)));
const inner = (cotangent: readonly number[], seen: Observation | undefined): number =>
  numbers(seen).reduce((sum, value, j) => sum + value * cotangent[j]!, 0);

/** The derivative as an expectation; undefined where it is so small beside the rounding that 1 % would go unseen. */
function pinned(
  derivative: readonly number[],
  dtype: TensorValue['dtype'],
  shape: Shape,
  rtol: number,
  atol: number,
): Expectation | undefined {
  // What is within the rounding of the evaluations may be 0.
  const told = derivative.map((d) => (Math.abs(d) <= atol ? 0 : d));
  if (!sharp(told, rtol, atol)) return undefined;
  const data = told.map((d) => element(round(d, dtype as Precision['dtype']), dtype));
  return { dtype, shape, data: nested(data, shape), tolerance: { rtol, atol } };
}

interface Evaluation {
  readonly of: string;
  readonly index: number;
  /** The input that stands for the moved one, and its value. */
  readonly at: string;
  readonly moved: TensorValue;
  readonly ops: readonly OpStep[];
  readonly result: string;
  /** Of this evaluation in the derivative. */
  readonly weight: number;
}

/** The evaluations around each element of one input. */
function around(
  { inputs, steps, out, recorded = false }: Program,
  name: string,
  { step, dtype }: Precision,
): Evaluation[] {
  const input = inputs[name]!;
  const flat = values(input);
  return flat.flatMap((x, index) =>
    LEVELS.flatMap(([part, weight]) =>
      [1, -1].map((sign): Evaluation => {
        const h = (sign * step) / part;
        const mark = `_${name}${index}_${sign > 0 ? 'up' : 'down'}${part}`;
        const at = `at${mark}`;
        const rename = (other: string): string => (other === name ? at : other in inputs ? other : `${other}${mark}`);
        const moved = flat.with(index, round(x + h, dtype)).map((value) => element(value, dtype));
        return {
          of: name,
          index,
          at,
          moved: {
            dtype: input.dtype,
            shape: input.shape,
            data: nested(moved, input.shape),
            ...(recorded ? { requires_grad: true } : {}),
          },
          ops: renamed(steps, rename),
          result: rename(out),
          weight: weight / (2 * h),
        };
      }),
    ),
  );
}

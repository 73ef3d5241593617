/** A program whose numbers are a few last bits away. */
import { type Shape, volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { pageOf } from '../../pages/page-of.ts';
import type { Element, Literal, OpStep, Step, TensorValue } from '../../values/case.ts';
import { type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { encode, flatten } from '../../values/element.ts';
import { formats, integerRanges } from '../../values/formats.ts';
import { round } from '../../values/round.ts';
import { around, bodyOf, callsIn } from '../../values/steps.ts';
import type { Program } from '../draw/program.ts';
import { writes } from '../draw/step.ts';
import type { Sources } from '../slice/flow.ts';

/** By how many last bits numbers are perturbed at most. */
const BITS = 4;

export interface Perturbation {
  /** The unit roundoff of the coarsest floats. */
  readonly unit: number;
  /** Numbers from −1 to 1. */
  readonly next: () => number;
  /** Whether integers move too, as far as a float cannot tell them apart. */
  readonly integers: boolean;
  /** What is floating, by name, if results move on the way too. */
  readonly floats: ReadonlyMap<string, Float>;
  /** What moves at all. */
  readonly sources: Sources;
}

/** What is known of a floating tensor that a name holds. */
export interface Float {
  readonly dtype: FloatDtype;
  readonly shape: Shape;
}

/** Inputs, numbers and results, each a few last bits away. */
export const perturbedProgram = (
  { inputs, ops }: Program,
  perturbation: Perturbation,
): Pick<Program, 'inputs' | 'ops'> => {
  const noises: Record<string, TensorValue> = {};
  const { calls, names } = perturbation.sources;
  const steps = callsIn(ops);
  const recorded = steps.some(({ op }) => op === 'backward' || op === 'autograd.grad');
  const own = Object.entries(inputs).map(([name, value]): [string, TensorValue] => [
    name,
    names.has(name) ? perturbedTensor(value, perturbation) : value,
  ]);
  const counts = new Set(steps.filter((_, i) => calls.has(i)));
  const run = ops.flatMap((step) => perturbedStep(step, { ...perturbation, recorded, noises, counts }));
  return { inputs: { ...Object.fromEntries(own), ...noises }, ops: run };
};

interface InProgram extends Perturbation {
  /** A gradient is taken, which may need what is written to once more. */
  readonly recorded: boolean;
  /** Inputs that results are perturbed by. */
  readonly noises: Record<string, TensorValue>;
  /** The calls that move. */
  readonly counts: ReadonlySet<OpStep>;
}

/** Integers as far apart as what a float of that unit cannot tell apart: an op may convert them. */
const perturbedInteger = (value: TensorValue, { unit, next }: Perturbation): TensorValue => {
  const [least, most] = integerRanges[value.dtype]!;
  const data = flatten(value.data).map((element): Element => {
    const by = BigInt(Math.round(Number(element) * next() * BITS * unit));
    const near = BigInt(element) + by;
    return encode(near < least ? least : near > most ? most : near, value.dtype);
  });
  return { ...value, data: nested(data, value.shape) };
};

const perturbedTensor = (value: TensorValue, perturbation: Perturbation): TensorValue => {
  const { unit, next, integers } = perturbation;
  const { dtype } = value;
  if (!isFloat(dtype)) return integers && dtype !== 'bool' ? perturbedInteger(value, perturbation) : value;
  const own = Math.max(unit, 2 ** -formats[dtype].precision);
  // Below the smallest normal number all are equally far apart.
  const normal = 2 ** formats[dtype].minExponent;
  const apart = normal * 2 ** (1 - formats[dtype].precision);
  const data = flatten(value.data).map((element): Element => {
    if (typeof element !== 'number' || element === 0) return element;
    const by = next() * BITS;
    return round(Math.abs(element) < normal ? element + Math.round(by) * apart : element * (1 + by * own), dtype);
  });
  return { ...value, data: nested(data.map(asWritten), value.shape) };
};
const asWritten = (element: Element): Element =>
  typeof element === 'number' && (!Number.isFinite(element) || Object.is(element, -0))
    ? Object.is(element, -0)
      ? '-0'
      : String(element)
    : element;

const perturbedLiteral = (literal: Literal, perturbation: Perturbation): Literal => {
  const { unit, next } = perturbation;
  if (typeof literal === 'number' && !Number.isSafeInteger(literal)) return literal * (1 + next() * BITS * unit);
  if (Array.isArray(literal)) return literal.map((one) => perturbedLiteral(one as Literal, perturbation));
  if (typeof literal === 'object' && literal !== null && 'float' in literal && typeof literal.float === 'number') {
    const value = literal.float * (1 + next() * BITS * unit);
    return Number.isSafeInteger(value) ? { float: value } : value;
  }
  return literal;
};

const perturbedStep = (step: Step, perturbation: InProgram): Step[] => {
  if ('no_grad' in step || 'try' in step)
    return [
      around(
        step,
        bodyOf(step).flatMap((one) => perturbedStep(one, perturbation)),
      ),
    ];
  if (!('op' in step) || !perturbation.counts.has(step)) return [step];
  const perturbed =
    step.in === undefined ? step : { ...step, in: step.in.map((one) => perturbedLiteral(one, perturbation)) };
  if (!rounds(step)) return [perturbed];
  if (!writes(step)) {
    const { out } = step;
    const float = typeof out === 'string' ? perturbation.floats.get(out) : undefined;
    return float === undefined ? [perturbed] : withNoise(perturbed, out as string, float, perturbation);
  }
  const [written] = step.in as readonly string[];
  const float = perturbation.recorded ? undefined : perturbation.floats.get(written!);
  return float === undefined ? [perturbed] : [perturbed, { op: 'mul_', in: [written!, factors(float, perturbation)] }];
};

/** Whether an op has to round what it gives or writes. */
const rounds = ({ op }: OpStep): boolean => {
  const page = pageOf(op)?.page;
  return page !== undefined && page.accuracy !== 'exact';
};

/** The name of an input of that form, its elements drawn. */
const noise = ({ dtype, shape }: Float, { noises }: InProgram, draw: () => number): string => {
  const name = `noise_${Object.keys(noises).length}`;
  const data = Array.from({ length: volume(shape) }, () => asWritten(round(draw(), dtype)));
  noises[name] = { dtype, shape, data: nested(data, shape) };
  return name;
};
/** Numbers around 1. Each element has its own, or what is equal would stay so. */
const factors = (float: Float, within: InProgram): string =>
  noise(float, within, () => 1 + within.next() * BITS * within.unit);

const allowedNearZero = (op: string): number => {
  const accuracy = pageOf(op)!.page.accuracy as Readonly<Record<string, { readonly atol?: number } | undefined>>;
  return accuracy.float32?.atol ?? 0;
};

/** The op with its result a few last bits away. */
const withNoise = (step: OpStep, out: string, float: Float, within: InProgram): OpStep[] => {
  const [raw, scaled] = [`${out}_raw`, `${out}_scaled`];
  // What the page allows near 0 is allowed here too.
  const near = allowedNearZero(step.op);
  const scale = { op: 'mul', in: [raw, factors(float, within)] };
  if (near === 0)
    return [
      { ...step, out: raw },
      { ...scale, out },
    ];
  return [
    { ...step, out: raw },
    { ...scale, out: scaled },
    { op: 'add', in: [scaled, noise(float, within, () => within.next() * near)], out },
  ];
};

/** Corners that the spec leaves open, where two implementations may differ. Each with its reason. */
import type { OpStep } from '../case.ts';
import { flatten } from '../compare/element.ts';
import { formats, isFloat } from '../compare/formats.ts';
import type { Difference, Mismatch } from '../verdict.ts';
import { stepsOf } from './cause.ts';
import type { Program } from './program.ts';

interface Corner {
  /** Whether one of the mismatches of a program lies in it. */
  readonly holds: (program: Program, mismatch: Mismatch, all: readonly Mismatch[]) => boolean;
  readonly because: string;
  /** It is one of numbers that were rounded. */
  readonly rounds?: true;
}

const isNumber = (element: Difference['expected']): boolean => typeof element === 'number' || element === '-0';
/** All elements that are told as different are not finite on one side. */
const notFinite = ({ differences = [] }: Mismatch): boolean =>
  differences.length > 0 && differences.every(({ expected, got }) => !isNumber(expected) || !isNumber(got));
/** Some of them are not: what is not exact may differ beside them. */
const partlyFinite = ({ differences = [] }: Mismatch): boolean =>
  differences.some(({ expected, got }) => !isNumber(expected) || !isNumber(got));
const isZero = ({ expected, got }: Difference): boolean => Number(expected) === 0 && Number(got) === 0;
const isGradient = ({ name }: Mismatch): boolean => name.endsWith('.grad');
const times = ({ ops }: Program, op: string): number => stepsOf(ops).filter((step) => step.op === op).length;
const uses = (program: Program, ...ops: readonly string[]): boolean => ops.some((op) => times(program, op) > 0);

/** Some input is below the smallest normal number of its dtype. */
const holdsTiny = ({ inputs }: Program): boolean =>
  Object.values(inputs).some(
    ({ dtype, data }) =>
      isFloat(dtype) &&
      flatten(data).some(
        (element) => Number(element) !== 0 && Math.abs(Number(element)) < 2 ** formats[dtype].minExponent,
      ),
  );
/** One side is finite, and so large that its square overflows. */
const isHuge = ({ expected, got }: Difference, program: Program): boolean => {
  const half = /"float16"/.test(JSON.stringify(program));
  return [expected, got].some((element) => typeof element === 'number' && Math.abs(element) > (half ? 255 : 1e18));
};
/** A mean along axes, or a number divided by a tensor. */
const keepsOddly = ({ op, in: [first] = [], with: options = {} }: OpStep): boolean =>
  (op === 'mean' && ('dim' in options || 'axis' in options)) || (op === 'div' && typeof first !== 'string');
/** It indexes by a tensor. */
const picks = ({ op, with: { index = [] } = {} }: OpStep): boolean =>
  (op === 'getitem' || op === 'setitem') && (index as readonly unknown[]).some((entry) => typeof entry === 'object');
const isInPlace = ({ op }: OpStep): boolean => op.endsWith('_') || op === 'setitem';

/** Some input is so large or so small that a product, a quotient or a sum of two overflows. */
const holdsHuge = ({ inputs }: Program): boolean =>
  Object.values(inputs).some(({ dtype, data }) => {
    if (!isFloat(dtype)) return false;
    const huge = 2 ** (formats[dtype].maxExponent / 2);
    const sizes = flatten(data).map((element) => (typeof element === 'number' ? Math.abs(element) : 0));
    return sizes.some((size) => size > huge || (size > 0 && size < 1 / huge));
  });

export const corners: readonly Corner[] = [
  {
    holds: (_, mismatch) => isGradient(mismatch) && notFinite(mismatch),
    because:
      'a gradient that is not finite is NaN or an infinity by how its formula is written (∞ · 0), which the pages give in exact arithmetic',
  },
  {
    // What comes after the first difference follows from it.
    holds: (program, _, [first]) =>
      first !== undefined &&
      partlyFinite(first) &&
      (holdsHuge(program) || first.differences!.some((one) => isHuge(one, program))),
    rounds: true,
    because:
      'a sum may overflow on its way or not, by its order and by the width of what it is summed in (accuracy.C7)',
  },
  {
    holds: (program, _, all) => uses(program, 'conv2d') && all[0] !== undefined && partlyFinite(all[0]),
    because:
      'a convolution may skip its padding, or fill up its channels, and so meet fewer or more zeros beside an infinity',
  },
  {
    holds: (program, mismatch) =>
      isGradient(mismatch) && uses(program, 'autograd.grad') && stepsOf(program.ops).some(isInPlace),
    because:
      'PyTorch 1.13 adds to .grad in autograd.grad too where a view was written to, and documents that it does not',
  },
  {
    holds: (program, mismatch) => isGradient(mismatch) && times(program, 'backward') > 1 && uses(program, 'stack'),
    because: 'PyTorch 1.13 lets the gradients that stack gives share memory, and adds to one what belongs to another',
  },
  {
    holds: (program, { name, message }) => name === 'error' && /\(cumsum\)/.test(message) && uses(program, 'cumsum'),
    because:
      'PyTorch 1.13 fills a 0-d cumsum with its number, and so refuses one that the dtype cannot hold only there',
  },
  {
    holds: (program, { name }) =>
      name === 'error' && stepsOf(program.ops).some((step) => step.op === 'norm' && step.with?.p === 0),
    because:
      'PyTorch passes an absent gradient on from a norm with p 0, and looks for changed values where there is none to take',
  },
  {
    holds: (program, { name, expected, got }) =>
      name === 'error' &&
      [expected, got].includes('saved_tensor_modified') &&
      stepsOf(program.ops).some((step) => keepsOddly(step) || picks(step)),
    because:
      'PyTorch 1.13 keeps the operand of a mean along axes, of which the gradient needs the shape alone, not that of a number divided by it, and index tensors, of which places are enough',
  },
  {
    holds: (program, { differences = [] }) => differences.length > 0 && holdsTiny(program),
    rounds: true,
    because: 'a number below the smallest normal one has few digits, of which rounding on the way takes the last',
  },
  {
    holds: (program, mismatch) =>
      isGradient(mismatch) && uses(program, 'autograd.grad') && /nothing/.test(mismatch.message),
    because:
      'a gradient of a gradient that is 0 everywhere is absent or a tensor of zeros, by how the first one is computed',
  },
  {
    holds: (program, { differences = [] }) =>
      uses(program, 'maximum', 'minimum') && differences.length > 0 && differences.every(isZero),
    because: 'PyTorch takes either of two zeros of unlike sign, by whether it runs on vectors',
  },
  {
    holds: (program, { name }) =>
      Object.values(program.inputs).some(({ shape }) => shape.includes(0)) &&
      stepsOf(program.ops).some(({ op, out }) => op === 'stride' && out === name),
    because:
      'strides that lead nowhere, of a result without elements whose operands were stretched, are 0 or not by the way they are found',
  },
];

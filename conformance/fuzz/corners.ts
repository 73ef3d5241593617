/** Corners that the spec leaves open, where two implementations may differ. Each with its reason. */
import type { OpStep } from '../case.ts';
import type { Observation } from '../observation.ts';
import type { Difference, Mismatch } from '../verdict.ts';
import { stepsOf } from './cause.ts';
import { dividesByTiny, holdsTiny, leavesTheFinite, mayOverflow, mayUnderflow, partlyFinite } from './overflow.ts';
import { mentions, type Program } from './program.ts';
import { fromUndefined, raisesAtUndefined } from './undefined-cast.ts';

/** What is looked at where a difference is. */
export interface Sight {
  readonly program: Program;
  /** What the side whose word counts gave. */
  readonly said: Readonly<Record<string, Observation>>;
  readonly all: readonly Mismatch[];
  /** The step at which the tested side raised. */
  readonly raised?: OpStep | undefined;
}

interface Corner {
  /** Whether one of the mismatches of a program lies in it. */
  readonly holds: (mismatch: Mismatch, sight: Sight) => boolean;
  readonly because: string;
  /** It is one of numbers that were rounded. */
  readonly rounds?: true;
  /** It is one of PyTorch alone, and excuses nobody else. */
  readonly of?: 'pytorch';
}

const isZero = ({ expected, got }: Difference): boolean => Number(expected) === 0 && Number(got) === 0;
const isGradient = ({ name }: Mismatch): boolean => name.endsWith('.grad');
const times = ({ ops }: Program, op: string): number => stepsOf(ops).filter((step) => step.op === op).length;
const uses = (program: Program, ...ops: readonly string[]): boolean => ops.some((op) => times(program, op) > 0);

/** A mean along axes, or a number divided by a tensor. */
const keepsOddly = ({ op, in: [first] = [], with: options = {} }: OpStep): boolean =>
  (op === 'mean' && ('dim' in options || 'axis' in options)) || (op === 'div' && typeof first !== 'string');
/** A product of other than matrices, which is composed of what suits. */
const composes = ({ op, in: operands = [] }: OpStep, { said }: Sight): boolean =>
  (op === 'linear' || op === 'matmul') &&
  operands.slice(0, 2).some((name) => {
    const seen = typeof name === 'string' ? said[name] : undefined;
    return seen?.kind === 'tensor' && seen.shape.length !== 2;
  });
/** It indexes by a tensor. */
const picks = ({ op, with: { index = [] } = {} }: OpStep): boolean =>
  (op === 'getitem' || op === 'setitem') && (index as readonly unknown[]).some((entry) => typeof entry === 'object');
const isInPlace = ({ op }: OpStep): boolean => op.endsWith('_') || op === 'setitem';

/** It is the stride of an axis along which there is nowhere to go. */
const leadsNowhere = ({ name, differences = [] }: Mismatch, { program: { ops }, said }: Sight): boolean => {
  const of = stepsOf(ops).find(({ op, out }) => op === 'stride' && out === name)?.in?.[0];
  const seen = typeof of === 'string' ? said[of] : undefined;
  if (seen?.kind !== 'tensor') return false;
  return (
    seen.shape.includes(0) || (differences.length > 0 && differences.every(({ index: [k] }) => seen.shape[k!] === 1))
  );
};

export const corners: readonly Corner[] = [
  {
    holds: fromUndefined,
    because:
      'a float that is not finite, or out of range, becomes whatever integer an implementation makes of it (to.C1)',
  },
  {
    holds: raisesAtUndefined,
    because:
      'a float that is not finite, or out of range, has no defined integer: an implementation may refuse it (to.C1)',
  },
  {
    holds: (mismatch, sight) => isGradient(mismatch) && leavesTheFinite(mismatch, sight),
    because:
      'a gradient that is not finite is NaN or an infinity by how its formula is written (∞ · 0), which the pages give in exact arithmetic',
  },
  {
    holds: (_, sight) => mayUnderflow(sight),
    rounds: true,
    because: 'a number below the smallest normal one has few digits, of which rounding on the way takes the last',
  },
  {
    holds: (_, sight) => mayOverflow(sight),
    rounds: true,
    because:
      'a sum may overflow on its way or not, by its order and by the width of what it is summed in (accuracy.C7)',
  },
  {
    holds: (_, { program, all }) => uses(program, 'conv2d') && all[0] !== undefined && partlyFinite(all[0]),
    of: 'pytorch',
    because:
      'a convolution may skip its padding, or fill up its channels, and so meet fewer or more zeros beside an infinity',
  },
  {
    holds: (mismatch, sight) => partlyFinite(mismatch) && dividesByTiny(sight),
    of: 'pytorch',
    because:
      'PyTorch divides a number by a tensor as the number times the reciprocal, which overflows where the tensor is below the smallest normal number',
  },
  {
    holds: ({ differences = [] }, { program }) =>
      differences.length > 0 && uses(program, 'conv2d') && holdsTiny(program, 'bfloat16'),
    of: 'pytorch',
    rounds: true,
    because: 'PyTorch 1.13 takes bfloat16 numbers below the smallest normal one as 0 in a convolution',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) &&
      uses(program, 'conv2d') &&
      mentions(program, 'bfloat16') &&
      stepsOf(program.ops).some((step) => step.with?.create_graph === true),
    of: 'pytorch',
    because: 'PyTorch 1.13 loses the channels of a bfloat16 convolution in its second derivative',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) && uses(program, 'autograd.grad') && stepsOf(program.ops).some(isInPlace),
    of: 'pytorch',
    because:
      'PyTorch 1.13 adds to .grad in autograd.grad too where a view was written to, and documents that it does not',
  },
  {
    holds: (mismatch, { program }) => isGradient(mismatch) && times(program, 'backward') > 1 && uses(program, 'stack'),
    of: 'pytorch',
    because: 'PyTorch 1.13 lets the gradients that stack gives share memory, and adds to one what belongs to another',
  },
  {
    holds: ({ name, message }, { program }) =>
      name === 'error' && /\(cumsum\)/.test(message) && uses(program, 'cumsum'),
    of: 'pytorch',
    because:
      'PyTorch 1.13 fills a 0-d cumsum with its number, and so refuses one that the dtype cannot hold only there',
  },
  {
    holds: ({ name }, { program }) =>
      name === 'error' && stepsOf(program.ops).some((step) => step.op === 'norm' && step.with?.p === 0),
    of: 'pytorch',
    because:
      'PyTorch passes an absent gradient on from a norm with p 0, and looks for changed values where there is none to take',
  },
  {
    holds: ({ name, expected, got }, { program }) =>
      name === 'error' &&
      expected === 'saved_tensor_modified' &&
      got === 'no error' &&
      stepsOf(program.ops).some((step) => step.with?.create_graph === true),
    of: 'pytorch',
    because:
      'PyTorch goes back with zeros to what a gradient does not depend on, and looks for changed values on a way that nothing has to go',
  },
  {
    holds: ({ name, reason, message }, { raised, said }) => {
      const made = typeof raised?.out === 'string' ? said[raised.out] : undefined;
      const empty = made?.kind === 'tensor' && made.shape.includes(0);
      return name === 'error' && reason === 'threw' && /\(linear\).* dtype/.test(message) && empty;
    },
    of: 'pytorch',
    because: 'PyTorch 1.13 looks at no dtypes where the product of linear has no elements',
  },
  {
    holds: ({ name, expected, got }, { program }) =>
      name === 'error' &&
      expected === 'index_out_of_range' &&
      got === 'shape_mismatch' &&
      stepsOf(program.ops).some(({ op }) => op === 'nll_loss'),
    of: 'pytorch',
    because:
      'PyTorch 1.13 takes the first of as many targets as there are classes where nll_loss is given a single row',
  },
  {
    holds: ({ name, expected, got }, sight) =>
      name === 'error' &&
      [expected, got].includes('saved_tensor_modified') &&
      stepsOf(sight.program.ops).some((step) => keepsOddly(step) || picks(step) || composes(step, sight)),
    of: 'pytorch',
    because:
      'PyTorch 1.13 keeps the operand of a mean along axes, of which the gradient needs the shape alone, not that of a number divided by it, index tensors, of which places are enough, and in products of other than matrices a copy, or what one of several steps needs',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) && uses(program, 'autograd.grad') && /nothing/.test(mismatch.message),
    because:
      'a gradient of a gradient that is 0 everywhere is absent or a tensor of zeros, by how the first one is computed',
  },
  {
    holds: ({ differences = [] }, { program }) =>
      uses(program, 'maximum', 'minimum') && differences.length > 0 && differences.every(isZero),
    because: 'PyTorch takes either of two zeros of unlike sign, by whether it runs on vectors',
  },
  {
    holds: ({ differences = [] }, { program }) =>
      uses(program, 'relu', 'nn.ReLU') && differences.length > 0 && differences.every(isZero),
    because: 'whether -0 keeps its sign in relu is open (relu.C1)',
  },
  {
    holds: leadsNowhere,
    because:
      'a stride that leads nowhere, along an axis of size 1 or of a tensor without elements, is 0 or not by the way it is found',
  },
];

/** Corners of PyTorch alone, which excuse nobody else. Each with its reason. */
import type { Literal, OpStep } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import type { Mismatch } from '../../values/verdict.ts';
import { compareVersions } from '../../versions/index.ts';
import { mentions, type Program } from '../draw/program.ts';
import { type Corner, isGradient, type Sight, times, uses } from './corner.ts';
import { dividesByTiny, holdsTiny, isNumber, partlyFinite } from './overflow.ts';
import { signOfZeroOf } from './sign-of-zero.ts';

/** It takes derivatives of derivatives. */
const isTwice = ({ ops }: Program): boolean => callsIn(ops).some((step) => step.with?.create_graph === true);
/** What differs is not finite there, and finite here. */
const onlyExpectedLeaves = ({ differences = [] }: Mismatch): boolean =>
  differences.length > 0 && differences.every(({ expected, got }) => !isNumber(expected) && isNumber(got));
/** One side alone finds that a saved tensor was written to. */
const looksAtSaved = ({ name, expected, got }: Mismatch): boolean =>
  name === 'error' && [expected, got].includes('saved_tensor_modified');
const isMeanAlong = ({ op, with: options = {} }: OpStep): boolean =>
  op === 'mean' && ('dim' in options || 'axis' in options);
/** A number divided by a tensor, which is the number times the reciprocal. */
const isReciprocal = ({ op, in: [first] = [] }: OpStep): boolean => op === 'div' && typeof first !== 'string';
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

/** It is the name of a tensor without elements. */
const isEmpty = (name: Literal | undefined, said: Sight['said']): boolean => {
  const seen = typeof name === 'string' ? said[name] : undefined;
  return seen?.kind === 'tensor' && seen.shape.includes(0);
};

/** Whether what PyTorch had until a version, or has still, is so in this one. */
export const isOf = (version: string, until: string | undefined): boolean =>
  until === undefined || compareVersions(version, until) <= 0;

export const pytorchCorners: readonly Corner[] = [
  {
    holds: signOfZeroOf('max', 'min'),
    because: 'PyTorch takes any of several zeros of unlike sign for the extreme, by whether it runs on vectors',
  },
  {
    holds: (_, { program, all }) => uses(program, 'conv2d') && all[0] !== undefined && partlyFinite(all[0]),
    because:
      'a convolution may skip its padding, or fill up its channels, and so meet fewer or more zeros beside an infinity',
  },
  {
    holds: (mismatch, sight) => partlyFinite(mismatch) && dividesByTiny(sight),
    because:
      'PyTorch divides a number by a tensor as the number times the reciprocal, which overflows where the tensor is below the smallest normal number',
  },
  {
    holds: ({ differences = [] }, { program }) =>
      differences.length > 0 && uses(program, 'conv2d') && holdsTiny(program, 'bfloat16'),
    rounds: true,
    because: 'PyTorch 1.13 takes bfloat16 numbers below the smallest normal one as 0 in a convolution',
    until: '1.13.1',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) && uses(program, 'conv2d') && mentions(program, 'bfloat16') && isTwice(program),
    because: 'PyTorch 1.13 loses the channels of a bfloat16 convolution in its second derivative',
    until: '1.13.1',
  },
  {
    holds: (mismatch, { program }) => isGradient(mismatch) && isTwice(program) && onlyExpectedLeaves(mismatch),
    because: 'PyTorch 1.13 makes NaN of 0 · NaN on ways of a second derivative that lead to nothing',
    until: '1.13.1',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) && uses(program, 'prelu', 'nn.PReLU') && isTwice(program) && !partlyFinite(mismatch),
    because: 'PyTorch 1.13 mixes up the channels of prelu in its second derivative',
    until: '1.13.1',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) &&
      partlyFinite(mismatch) &&
      callsIn(program.ops).some(({ op, in: [, exponent] = [] }) => /^pow_?$/.test(op) && exponent === false),
    because: 'PyTorch does not see that the exponent false is 0, and takes the derivative of a power',
  },
  {
    holds: (mismatch, { program }) =>
      isGradient(mismatch) && uses(program, 'autograd.grad') && callsIn(program.ops).some(isInPlace),
    because:
      'PyTorch 1.13 adds to .grad in autograd.grad too where a view was written to, and documents that it does not',
    until: '1.13.1',
  },
  {
    holds: (mismatch, { program }) => isGradient(mismatch) && times(program, 'backward') > 1 && uses(program, 'stack'),
    because: 'PyTorch lets the gradients that stack gives share memory, and adds to one what belongs to another',
  },
  {
    holds: ({ name, message }, { program }) =>
      name === 'error' && /\(cumsum\)/.test(message) && uses(program, 'cumsum'),
    because:
      'PyTorch 1.13 fills a 0-d cumsum with its number, and so refuses one that the dtype cannot hold only there',
    until: '1.13.1',
  },
  {
    holds: ({ name }, { program }) =>
      name === 'error' && callsIn(program.ops).some((step) => step.op === 'norm' && step.with?.p === 0),
    because:
      'PyTorch passes an absent gradient on from a norm with p 0, and looks for changed values where there is none to take',
  },
  {
    holds: ({ name, expected, got }, { program }) =>
      name === 'error' && expected === 'saved_tensor_modified' && got === 'no error' && isTwice(program),
    because:
      'PyTorch goes back with zeros to what a gradient does not depend on, and looks for changed values on a way that nothing has to go',
  },
  {
    holds: ({ name, message }, { raised, said }) =>
      name === 'error' &&
      /\((linear|matmul|mm|mv)\).* dtype/.test(message) &&
      [raised?.out, ...(raised?.in ?? [])].some((one) => isEmpty(one, said)),
    because: 'PyTorch 1.13 looks at no dtypes where there is nothing to multiply',
    until: '1.13.1',
  },
  {
    holds: ({ name, expected, got }, { program }) =>
      name === 'error' &&
      expected === 'index_out_of_range' &&
      got === 'shape_mismatch' &&
      callsIn(program.ops).some(({ op }) => op === 'nll_loss'),
    because:
      'PyTorch 1.13 takes the first of as many targets as there are classes where nll_loss is given a single row',
    until: '1.13.1',
  },
  {
    holds: (mismatch, { program }) => looksAtSaved(mismatch) && callsIn(program.ops).some(isMeanAlong),
    because: 'PyTorch 1.13 keeps the operand of a mean along axes, of which the gradient needs the shape alone',
    until: '1.13.1',
  },
  {
    holds: (mismatch, sight) =>
      looksAtSaved(mismatch) &&
      callsIn(sight.program.ops).some((step) => isReciprocal(step) || picks(step) || composes(step, sight)),
    because:
      'PyTorch does not keep a tensor that a number is divided by, keeps index tensors, of which places are enough, and in products of other than matrices a copy, or what one of several steps needs',
  },
];

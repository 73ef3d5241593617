import type { Page } from '../../pages/page.ts';
import { type Call, isTensor } from './call.ts';

interface Copies {
  readonly op: string;
  readonly when: (call: Call) => boolean;
  readonly because: string;
}

const shapesOf = ({ operands }: Call): readonly (readonly number[])[] =>
  operands.filter(isTensor).map(({ shape }) => shape);

/** Calls whose backward pass may read a copy in place of what the page says, which nobody can write to. */
export const copied: readonly Copies[] = [
  {
    op: 'conv2d',
    when: (call) =>
      call.options.padding === 'same' &&
      shapesOf(call)[1]!
        .slice(2)
        .some((size) => size % 2 === 0),
    because: 'where one side is padded more than the other, PyTorch pads a copy',
  },
  {
    op: 'div',
    when: ({ operands }) => !isTensor(operands[0]!),
    because: 'torch.div keeps the tensor that a number is divided by, and the operator its reciprocal in its place',
  },
  {
    op: 'matmul',
    when: (call) => shapesOf(call).some((shape) => shape.length > 2),
    because: 'of batches PyTorch copies what it has to stretch or to reorder',
  },
  {
    op: 'kl_div',
    when: ({ options }) => options.log_target === true,
    because: 'with log_target it keeps an exponential and a difference, and not what they are of',
  },
  {
    op: 'smooth_l1_loss',
    when: ({ options }) => Number((options.beta as { float?: number } | undefined)?.float ?? options.beta) === 0,
    because: 'with beta 0 it is l1_loss, which keeps differences and not what they are of',
  },
];

export const copies = (page: Page, call: Call): boolean =>
  copied.some(({ op, when }) => op === page.name && when(call));

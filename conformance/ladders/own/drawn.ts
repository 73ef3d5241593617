/** Draws from a range that holds one number alone: whatever the generator, each element is that. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given, Operand, Options, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { given } from '../numbers.ts';
import { FIVE, named, RANKS, shapes } from '../shapes.ts';
import type { Own } from './own.ts';

type Of = (page: Page, shape: Shape) => Call;

/** Into a tensor, with options that leave one number. */
const into =
  (options: Options): Of =>
  (page, shape) => ({ op: page.name, operands: [given(page, 'self', shape)], options });

/** A deviation of 0 leaves the means. */
const means: Of = (page, shape) => {
  const mean: Given = given(page, 'mean', shape);
  const operands: readonly Operand[] = [mean, { literal: 0 }];
  return { op: page.name, operands, shape };
};

const ladder =
  (of: Of) =>
  (page: Page): Ladder => {
    const each = (text: string): Calls =>
      Object.fromEntries(shapes(text).map((shape) => [named(shape), of(page, shape)]));
    return {
      sizes: [{ id: 'elements', many: 'elements', at: (n) => of(page, [n]) }],
      layouts: { values: each('37 3x6'), gradients: {} },
      ranks: [
        { id: 'ranks', where: 'for tensors of one to four axes', calls: each(RANKS) },
        { id: 'rank-5', where: 'for a tensor of five axes', calls: each(FIVE) },
        { id: 'rank-0', where: 'for a tensor without axes', calls: each('0d') },
      ],
    };
  };

export const drawn: Own = {
  normal: ladder(means),
  normal_: ladder(into({ mean: 2.5, std: 0 })),
  uniform_: ladder(into({ from: 2.5, to: 2.5 })),
  random_: ladder(into({ from: 1, to: 2 })),
};

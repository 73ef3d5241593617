/** Activations that take more than a tensor, or give less. */
import type { Calls, Options } from '../call.ts';
import { elementwise as family } from '../families/elementwise.ts';
import { FIVE, RANKS } from '../shapes.ts';
import { callsOf } from './moving.ts';
import { callOn, callsOn, formOn, type Own } from './own.ts';

/** Element by element, with these options. */
const limited =
  (options: Options): Own[string] =>
  (page) => {
    const of = (...shapes: readonly string[]): Calls =>
      callsOf(
        page,
        shapes.map((shape) => [shape, options]),
      );
    return {
      sizes: [
        formOn(page)(
          { id: 'elements', many: 'elements' },
          (n) => [[n]],
          () => options,
        ),
      ],
      layouts: { values: of('1030', '3x34'), gradients: of('3x6') },
      ranks: [
        { id: 'ranks', where: 'for tensors of one to four axes', calls: of(...RANKS.split(' ')) },
        { id: 'rank-5', where: 'for a tensor of five axes', calls: of(FIVE), gradients: {} },
        { id: 'rank-0', where: 'for a tensor without axes', calls: { _0d: callOn(page, [[]], options) } },
      ],
      second: of('2x3'),
    };
  };

export const activations: Own = {
  threshold: limited({ threshold: 1, value: 9 }),
  // Of the default, a hundredth, the square is all but lost beside 1.
  leaky_relu: limited({ negative_slope: 0.25 }),
  // An integer without a sign has no limit below 0, which the default is.
  hardtanh: limited({ min_val: 0, max_val: 1 }),
  // PyTorch has no second derivative of it.
  hardsigmoid: (page) => {
    const { second: _, ...rest } = family(page, page.name);
    return rest;
  },
  glu: (page) => ({
    sizes: [
      formOn(page)({ id: 'elements', many: 'elements in each half' }, (n) => [[2 * n]]),
      formOn(page)({ id: 'rows', many: 'rows that are halved', upTo: 33 }, (n) => [[n, 6]]),
      formOn(page)(
        { id: 'rows-by-rows', many: 'rows in each half', upTo: 33 },
        (n) => [[2 * n, 3]],
        () => ({ dim: 0 }),
      ),
    ],
    layouts: { values: callsOn(page, '3x34'), gradients: callsOn(page, '3x6') },
    ranks: [
      { id: 'ranks', where: 'along the last axis', calls: callsOn(page, '4', '3x2', '2x3x4') },
      {
        id: 'axes',
        where: 'along each axis',
        calls: callsOf(page, [
          ['4x3', { dim: 0 }],
          ['2x4x3', { dim: 1 }],
          ['2x4x3', { dim: -3 }],
          ['2x1x4x3', { dim: 2 }],
        ]),
      },
      { id: 'rank-5', where: 'for a tensor of five axes', calls: callsOf(page, [[FIVE, { dim: 0 }]]) },
    ],
    second: callsOn(page, '2x4'),
  }),
};

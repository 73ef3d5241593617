/** Sparse tensors, which are seen through what they hold. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { FIVE, named, RANKS, shapes } from '../shapes.ts';
import { callsOn, type Own } from './own.ts';

/** Three of seven are zero. */
const sparse = (shape: Shape): Given => {
  const tensor = { dtype: 'float32', shape, repeats: [0, 1.5, -2, 0, 0.5, 0, 3] } as const;
  return { name: 'self', tensor, made: { from: [tensor], by: [{ op: 'to_sparse' }] } };
};

const callOf = (page: Page, shape: Shape): Call => ({ op: page.name, operands: [sparse(shape)] });
const callsOf = (page: Page, text: string): Calls =>
  Object.fromEntries(shapes(text).map((shape) => [named(shape), callOf(page, shape)]));

const ladder = (page: Page, upTo?: number): Ladder => ({
  sizes: [{ id: 'elements', many: 'elements', ...(upTo !== undefined && { upTo }), at: (n) => callOf(page, [n]) }],
  ranks: [
    {
      id: 'ranks',
      where: 'for tensors of one to four axes',
      calls: callsOf(page, '3 2x3 2x2x3 2x1x3x2'),
    },
  ],
});

/** A dense tensor is given back as it is. */
const withDense = (page: Page): Ladder => {
  const { ranks = [], ...others } = ladder(page);
  return {
    ...others,
    layouts: { values: callsOn(page, '37', '3x6'), gradients: {} },
    ranks: [
      ...ranks,
      { id: 'rank-5', where: 'for a tensor of five axes', calls: callsOf(page, FIVE) },
      { id: 'dense', where: 'for a dense tensor', calls: callsOn(page, ...`0d ${RANKS} ${FIVE}`.split(' ')) },
    ],
  };
};

export const sparseOps: Own = {
  indices: (page) => ladder(page, 257),
  values: (page) => ladder(page),
  to_dense: withDense,
};

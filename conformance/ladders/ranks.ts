/** Tensors of every rank up to four, along every axis, from either end, and along several. */
import { gradients, recorded, secondOrder, values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { type Rung, rung } from './rung.ts';

/** Ops whose gradient has none, and why. */
export const FLAT: Readonly<Record<string, string>> = { sign: 'its gradient is zero, whatever it is taken at' };

/** Values and gradients of each group of calls, and the gradients of gradients. */
export const ranksOf = ({ ranks = [], second = {} }: Ladder, op: string): readonly Rung[] => [
  ...ranks.flatMap(({ id, where, calls, gradients: some = calls }): Rung[] => {
    const all = rung(op, 'C3', '', id, `\`${op}\` is right ${where}`, values(calls));
    const differentiable = recorded(some);
    if (Object.keys(differentiable).length === 0) return [all];
    return [
      all,
      rung(op, 'C3', 'gradient', id, `the gradient of \`${op}\` is right ${where}`, gradients(differentiable)),
    ];
  }),
  ...(op in FLAT || Object.keys(recorded(second)).length === 0
    ? []
    : [
        rung(
          op,
          'C3',
          'second-order',
          '',
          `the gradient of the gradient of \`${op}\` is right`,
          secondOrder(recorded(second)),
        ),
      ]),
];

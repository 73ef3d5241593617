/** Tensors of every rank up to four, along every axis, from either end, and along several. */
import { pageOf } from '../pages/page-of.ts';
import { hasTrait } from '../pages/traits.ts';
import type { Calls } from './call.ts';
import { gradients, recorded, secondOrder, values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { type Rung, rung } from './rung.ts';

/** Its slope is 1 or −1, of which no gradient is recorded. */
const STRAIGHT: ReadonlySet<string> = new Set(['copysign']);

/** Its gradient has none. */
const isFlat = (op: string): boolean => {
  const { page } = pageOf(op)!;
  return hasTrait(page, 'flat') || STRAIGHT.has(page.name);
};

const twice = (op: string, id: string, where: string, calls: Calls): readonly Rung[] =>
  isFlat(op) || Object.keys(recorded(calls)).length === 0
    ? []
    : [
        rung(
          op,
          'C3',
          'second-order',
          id,
          `the gradient of the gradient of \`${op}\` is right${where}`,
          secondOrder(recorded(calls)),
        ),
      ];

/** Values and gradients of each group of calls, and the gradients of gradients. */
export const ranksOf = ({ ranks = [], second = {}, secondApart = [] }: Ladder, op: string): readonly Rung[] => [
  ...ranks.flatMap(({ id, where, calls, gradients: some = calls }): Rung[] => {
    const all = rung(op, 'C3', '', id, `\`${op}\` is right ${where}`, values(calls));
    const differentiable = recorded(some);
    if (Object.keys(differentiable).length === 0) return [all];
    return [
      all,
      rung(op, 'C3', 'gradient', id, `the gradient of \`${op}\` is right ${where}`, gradients(differentiable)),
    ];
  }),
  ...twice(op, '', '', second),
  ...secondApart.flatMap(({ id, where, calls }) => twice(op, id, ` ${where}`, calls)),
];

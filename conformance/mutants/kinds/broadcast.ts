/** Operands that are stretched to a common shape, wrong where both are, or along some axes. */
import { replaceBy } from '../calls/again.ts';
import type { Called } from '../calls/called.ts';
import { all, off } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { countOf } from '../calls/memory.ts';
import { type FaultsOf, tensorOperands } from './families.ts';

const kind = 'rank';

/** Where two shapes stretch each other, and how. */
const stretches: Readonly<Record<string, (own: readonly number[], due: readonly number[]) => boolean>> = {
  'a leading axis': (own, due) => own.length < due.length,
  'an axis of size 1 inside': (own, due) =>
    own.some((n, i) => i > 0 && n === 1 && due[i + due.length - own.length] !== 1),
  'a first axis of size 1': (own, due) => own.length > 1 && own.length === due.length && own[0] === 1 && due[0] !== 1,
  'rank 4 and more': (own, due) => due.length > 3 && own.join() !== due.join(),
};

export const broadcast: FaultsOf<Fault> = (page) => {
  if (page.shape !== 'broadcast' && page.shape !== 'loss') return [];
  const names = tensorOperands(page);
  const due = (called: Called): readonly number[] => meeting(called.given.map(({ memory }) => memory.shape));
  return [
    ...names.flatMap((name): Fault[] =>
      Object.entries(stretches).flatMap(([where, suits]): Fault[] => [
        {
          kind,
          name: `${name} repeated as it lies where it is stretched along ${where}`,
          when: (called) => called.given.some((g) => g.name === name && suits(g.memory.shape, due(called))),
          result: (y, called, k) => {
            const given = called.given.find((g) => g.name === name)!;
            const { data } = called.before(given);
            const shape = due(called);
            const other = called.tools.make(
              given.memory.dtype,
              shape,
              Array.from({ length: countOf(shape) }, (_, i) => data[i % data.length]!),
            );
            replaceBy(called, { tensors: new Map([[given.tensor, other]]) }, y, k);
          },
        },
      ]),
    ),
    ...page.differentiable.map(
      (of): Fault => ({
        kind,
        name: `gradient of ${of} off where both operands are stretched`,
        when: (called) =>
          called.given.filter(({ memory }) => memory.shape.join() !== due(called).join() && memory.shape.length > 0)
            .length > 1,
        gradient: { of, change: all(off) },
      }),
    ),
  ];
};

function meeting(shapes: readonly (readonly number[])[]): readonly number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from({ length: rank }, (_, i) =>
    shapes.reduce((n, shape) => {
      const size = shape[i - rank + shape.length];
      return size === undefined || size === 1 ? n : size;
    }, 1),
  );
}

/** Ops that go element by element, of operands that broadcast if there are several. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Shape } from '../call.ts';
import type { Form, Group, Ladder } from '../ladder.ts';
import { given } from '../numbers.ts';
import { writes } from '../program.ts';
import { FIVE, named, RANKS, shapes } from '../shapes.ts';

/** The op on operands of these shapes in turn. */
const callOf = (page: Page, op: string, of: readonly Shape[]): Call => ({
  op,
  operands: page.operands.map(({ name }, k) => given(page, name, of[k % of.length]!)),
});

/** The op on operands of one shape, for each of these. */
const alike = (page: Page, op: string, text: string): Calls =>
  Object.fromEntries(shapes(text).map((shape) => [named(shape), callOf(page, op, [shape])]));

/** Shapes that stretch to each other: each side along an axis of its own, one by the axes that it lacks. */
const MEETING = ['3x1 1x4', '3x1 2', '2x1x3 4x1', '2x1x3x1 4x1x2', '1x2x1x2 3x1x2x1'];
const OF_FIVE = ['2x1x1x2x2 2x1x1x1x2', '1x2x1x3x1 2x1x3x1x2'];
/** What is written to keeps its shape. */
const INTO = ['3x4 4', '2x4x3 4x1', '2x3x2x2 3x1x2'];

/** The op on operands of such shapes, one of three operands either way round. */
const meeting = (page: Page, op: string, pairs: readonly string[]): Calls =>
  Object.fromEntries(
    pairs
      .map(shapes)
      .flatMap((pair) =>
        (page.operands.length === 2 ? [pair] : [pair, pair.toReversed()]).map((of) => [
          named(...of),
          callOf(page, op, of),
        ]),
      ),
  );

const broadcasting = (page: Page, op: string): readonly Group[] => {
  const inPlace = op !== page.name;
  const calls = meeting(page, op, inPlace ? INTO : MEETING);
  return [
    { id: 'broadcast', where: 'where operands are stretched, each along an axis of its own', calls },
    ...(inPlace
      ? []
      : [
          {
            id: 'broadcast-rank-5',
            where: 'where operands of five axes are stretched',
            calls: meeting(page, op, OF_FIVE),
          },
        ]),
  ];
};

/** Where a number may stand in place of a tensor. */
const besideNumbers = (page: Page, op: string): readonly Form[] =>
  page.operands
    .filter(({ type }, k) => type === 'tensor_or_scalar' && (op === page.name || k > 0))
    .map(({ name }) => ({
      id: `number-for-${name}`,
      many: `elements beside a number for \`${name}\``,
      upTo: 1025,
      at: (n) => {
        const call = callOf(page, op, [[n]]);
        const operands = call.operands.map((one) => ('tensor' in one && one.name === name ? { literal: 1.25 } : one));
        return { ...call, operands };
      },
    }));

/** Of a tensor and itself a difference is 0, but for a factor. */
const weighing = (page: Page, op: string): Calls =>
  Object.fromEntries(
    Object.entries(alike(page, op, '2x3')).map(([suffix, call]) => [
      `${suffix}_alpha`,
      { ...call, options: { alpha: -0.75 } },
    ]),
  );

export const elementwise = (page: Page, op: string): Ladder => {
  const broadcasts = page.shape === 'broadcast';
  const weighed = 'alpha' in page.options ? weighing(page, op) : undefined;
  return {
    sizes: [
      { id: 'elements', many: 'elements', at: (n) => callOf(page, op, [[n]]) },
      ...(page.shape === 'broadcast' ? besideNumbers(page, op) : []),
    ],
    // Of what is written to, the memory around it is looked at too, in full.
    layouts: { values: alike(page, op, writes(op) ? '37 3x34' : '1030 3x34'), gradients: alike(page, op, '3x6') },
    ranks: [
      { id: 'ranks', where: 'for tensors of one to four axes', calls: alike(page, op, RANKS) },
      { id: 'rank-5', where: 'for a tensor of five axes', calls: alike(page, op, FIVE), gradients: {} },
      {
        id: 'rank-0',
        where: 'for a tensor without axes',
        calls: { ...alike(page, op, '0d'), ...(broadcasts ? meeting(page, op, ['2x3 0d']) : {}) },
      },
      ...(broadcasts ? broadcasting(page, op) : []),
      ...(weighed === undefined ? [] : [{ id: 'alpha', where: 'with a factor for `other`', calls: weighed }]),
    ],
    ...(weighed !== undefined && { shared: weighed }),
    second: {
      ...alike(page, op, '2x3'),
      ...(broadcasts && op === page.name ? meeting(page, op, MEETING.slice(0, 1)) : {}),
    },
  };
};

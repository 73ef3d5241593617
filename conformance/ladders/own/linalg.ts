/**
 * torch.linalg: of so many rows, matrices and right-hand sides. Views of larger tensors have another diagonal, and perhaps no
 * inverse: how matrices lie is asked by cases written for each op.
 */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given, Operand, Options, Shape } from '../call.ts';
import type { Form, Ladder } from '../ladder.ts';
import { named, shapes } from '../shapes.ts';
import { callsOn, formOn, laidOut, type Own } from './own.ts';

/** Numbers beside a diagonal that add up to less than it, in a row of any length. */
const BESIDE = [0.5, -0.25, 0.75, -0.5, 0.25, 1, -0.75];

/**
 * Square matrices that are far from having no inverse. Where n + 1 numbers repeat, element (i, j) is number j - i of them: the
 * first is the diagonal.
 */
const square = (shape: Shape): Given => {
  const n = shape.at(-1)!;
  const beside = Array.from({ length: n }, (_, k) => BESIDE[k % BESIDE.length]!);
  const one = [n + 0.5, ...beside];
  // Several matrices differ: each is a multiple of the first.
  const cell = (at: number): number => one[at % (n + 1)]!;
  const repeats =
    shape.length === 2
      ? one
      : [1, 2, 0.5].flatMap((times) => Array.from({ length: n * n }, (_, at) => times * cell(at)));
  return { name: 'A', tensor: { dtype: 'float32', shape, repeats } };
};

/** The op on matrices of these shapes, and on what it is given beside them. */
const call = (page: Page, of: readonly Shape[], options: Options = {}): Call => {
  const beside = of
    .slice(1)
    .map((shape): Operand => ({ name: 'B', tensor: { dtype: 'float32', shape, repeats: RIGHT } }));
  return {
    op: page.name,
    operands: [square(of[0]!), ...beside],
    ...(Object.keys(options).length > 0 && { options }),
  };
};
const RIGHT = [1.5, -1, 2, 0.5, -2, 3, -0.5];

const calls = (page: Page, ...all: readonly (readonly [string, Options?])[]): Calls =>
  Object.fromEntries(all.map(([of, options], k) => [`${named(...shapes(of))}_${k}`, call(page, shapes(of), options)]));

const form = (page: Page, one: Omit<Form, 'at'>, of: (n: number) => readonly Shape[]): Form => ({
  ...one,
  at: (n) => call(page, of(n)),
});

const rows = { id: 'rows', many: 'rows', upTo: 17, gradientsUpTo: 9 };
const matrices = { id: 'matrices', many: 'matrices', upTo: 1025, gradientsUpTo: 257 };
/** A right-hand side for all sums its gradient over them. */
const FEW = 33;

const squares = (page: Page): Ladder => ({
  sizes: [form(page, rows, (n) => [[n, n]]), form(page, matrices, (n) => [[n, 2, 2]])],
  ranks: [
    {
      id: 'ranks',
      where: 'whatever axes there are',
      calls: calls(page, ['1x1'], ['2x2'], ['3x2x2'], ['2x1x3x3']),
    },
    { id: 'rank-5', where: 'for matrices along three axes', calls: calls(page, ['2x1x2x2x2']) },
  ],
  second: calls(page, ['2x2'], ['2x2x2']),
});

export const linalg: Own = {
  'linalg.inv': squares,
  'linalg.det': squares,
  'linalg.solve': (page) => ({
    sizes: [
      form(page, rows, (n) => [[n, n], [n]]),
      form(page, { ...matrices, gradientsUpTo: FEW }, (n) => [
        [n, 2, 2],
        [2, 1],
      ]),
      form(page, { id: 'columns', many: 'right-hand sides', upTo: 1025, gradientsUpTo: 129 }, (n) => [
        [3, 3],
        [3, n],
      ]),
    ],
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes there are',
        calls: calls(page, ['1x1 1x1'], ['3x3 3'], ['2x2 2x3'], ['2x2x2 2x2x1']),
      },
      {
        id: 'batches',
        where: 'for batches, which broadcast',
        calls: calls(page, ['2x2x2 2'], ['2x2 3x2x1'], ['2x1x2x2 3x2x2']),
      },
      { id: 'vectors', where: 'for a vector of each matrix', calls: calls(page, ['2x3x3 2x3']) },
      {
        id: 'from-the-left',
        where: 'from the left',
        calls: calls(page, ['3x3 2x3', { left: false }], ['2x2x2 3x2', { left: false }]),
      },
    ],
    second: calls(page, ['2x2 2'], ['2x2 2x3']),
  }),
  'linalg.cross': (page) => ({
    sizes: [
      formOn(page)({ id: 'vectors', many: 'vectors' }, (n) => [
        [n, 3],
        [n, 3],
      ]),
    ],
    layouts: laidOut(callsOn(page, '4x3 4x3', '5x3 1x3')),
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes there are',
        calls: callsOn(page, '3 3', '2x3 2x3', '2x2x3 1x2x3', '3x1x3 1x2x3'),
      },
      { id: 'rank-5', where: 'for tensors of five axes', calls: callsOn(page, '2x1x2x1x3 1x2x1x2x3') },
    ],
    second: callsOn(page, '3 3', '2x3 2x3'),
  }),
};

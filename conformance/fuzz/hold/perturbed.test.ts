import { describe, expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { wrongOp } from '../../faults/laws/fault.ts';
import type { Tools } from '../../mutants/mutation.ts';
import { inProcess } from '../../run/in-process.ts';
import type { OpStep } from '../../values/case.ts';
import type { Program } from '../draw/program.ts';
import { compare } from './compare.ts';

const against = await inProcess(reference);

/** −2⁶³, what takes it away again, and 1, which a float32 can hold only where it is added last. */
const numbers = ['-9223372036854775808', 0, '9223372036854775806', 1];
const sumOf = (data: Program['inputs'][string]['data'], options?: OpStep['with']): Program => ({
  inputs: { a: { dtype: 'int64', shape: [4], data } },
  ops: [{ op: 'sum', in: ['a'], ...(options && { with: options }), out: 'r' }],
  observe: ['r'],
});

const off = (op: string, change: (ops: Tools['ops'], result: unknown, options: unknown) => unknown) =>
  wrongOp(
    op,
    (right, { ops }) =>
      (...given) =>
        change(ops, right(...given), given.at(-1)),
  )();
/** A sum that is `by` larger than it should be. */
const sums = (by: number) => inProcess(off('sum', ({ add }, r, o) => add!(r, by, o)));

describe('integers that an op converts to floats', () => {
  test('are allowed the order in which floats are added', async () => {
    const compared = await compare(sumOf(numbers, { dtype: 'float32' }), { tested: await sums(1), against });
    expect(compared).toEqual({ status: 'skipped', why: 'rounding decides' });
  });

  test.each([
    ['and so is what is compared with their sum', 'r', 'skipped'],
    ['but not what is compared wrongly beside it', 5, 'differs'],
  ] as const)('%s', async (_, other, status) => {
    const { inputs, ops } = sumOf(numbers, { dtype: 'float32' });
    const program = { inputs, ops: [...ops, { op: 'gt', in: ['a', other], out: 'c' }], observe: ['r', 'c'] };
    const sum = off('sum', ({ add }, r, o) => add!(r, 1, o));
    const gt = off('gt', ({ ne }, c) => ne!(c, true, {}));
    const tested = await inProcess({ ...sum, ops: { ...sum.ops, ...(other !== 'r' && { gt: gt.ops.gt }) } });
    expect(await compare(program, { tested, against })).toMatchObject({ status });
  });

  test.each([
    ['where no sum is rounded', sumOf([5, 0, -4, 1], { dtype: 'float32' })],
    ['where they stay integers', sumOf(numbers)],
  ])('are not, %s', async (_, program) => {
    const compared = await compare(program, { tested: await sums(1), against });
    expect(compared).toMatchObject({ status: 'differs', verdict: { reason: 'wrong_value' } });
  });
});

test('numbers that are equal on the tested side alone come apart when that side is perturbed', async () => {
  const program: Program = {
    inputs: { a: { dtype: 'float32', shape: [1], data: [-0.43225646] } },
    ops: [
      { op: 'norm', in: ['a'], out: 'n' },
      { op: 'abs', in: ['a'], out: 'b' },
      { op: 'ne', in: ['b', 'n'], out: 'r' },
    ],
    observe: ['a', 'n', 'b', 'r'],
  };
  // Further off than results are perturbed, so that the two are never equal there.
  const far = await inProcess(
    wrongOp(
      'norm',
      (right, { ops }) =>
        (x, o) =>
          ops.mul!(right(x, o), 1 + 5 * 2 ** -23, o),
    )(),
  );
  expect(await compare(program, { tested: against, against: far })).toEqual({
    status: 'skipped',
    why: 'rounding decides',
  });
});

describe('where last bits decide one number, and an overflow the next', () => {
  const program: Program = {
    inputs: { a: { dtype: 'float32', shape: [1], data: [49.466295] } },
    ops: [
      { op: 'exp', in: ['a'], out: 'e' },
      { op: 'norm', in: ['e'], out: 'n' },
    ],
    observe: ['a', 'e', 'n'],
  };
  /** The reference whose exponentials and norms are so many times as large. */
  const off = (exp: number, norm: number) => {
    const times = (op: string, by: number) =>
      wrongOp(
        op,
        (right, { ops }) =>
          (x, o) =>
            ops.mul!(right(x, o), by, o),
      )().ops;
    return inProcess({ ...reference, ops: { ...times('exp', exp), norm: times('norm', norm).norm } } as never);
  };

  test.each([
    ['both are left open', 1 + 2 ** -18, Number.POSITIVE_INFINITY, 'skipped'],
    ['one that is far off is not', 1.01, Number.POSITIVE_INFINITY, 'differs'],
    ['nor the next, if it is finite', 1 + 2 ** -18, 1.01, 'differs'],
  ] as const)('%s', async (_, exp, norm, status) => {
    expect(await compare(program, { tested: against, against: await off(exp, norm) })).toMatchObject({ status });
  });
});

describe('numbers that are written in place', () => {
  const program: Program = {
    inputs: { n: { dtype: 'int64', shape: [1], data: [4] } },
    ops: [
      { op: 'to', in: ['n'], with: { dtype: 'float32' }, out: 'a' },
      { op: 'exp_', in: ['a'] },
      { op: 'exp', in: ['a'], out: 'e' },
    ],
    observe: ['a', 'e'],
  };
  /** The reference whose first exponential is so many last bits off. */
  const off = (bits: number) =>
    inProcess(
      wrongOp(
        'exp_',
        (right, { ops }) =>
          (x, o) =>
            ops.mul_!(right(x, o), 1 + bits * 2 ** -23, o),
      )(),
    );

  test.each([
    [1, 'skipped'],
    [4000, 'differs'],
  ] as const)('%d last bits off: %s', async (bits, status) => {
    expect(await compare(program, { tested: await off(bits), against })).toMatchObject({ status });
  });
});

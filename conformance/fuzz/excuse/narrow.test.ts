/** What lies in a corner, and what only lies near it. */
import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { wrongOp } from '../../faults/laws/fault.ts';
import { inProcess } from '../../run/in-process.ts';
import type { Program } from '../draw/program.ts';
import { compare } from '../hold/compare.ts';

const against = await inProcess(reference);

test.each([
  ['relu', 0, 'skipped'],
  ['relu', 1, 'differs'],
  ['abs', -0, 'differs'],
] as const)('%s of -0 as a library has it that makes it %d: %s', async (op, zero, status) => {
  const wrong = wrongOp(op, (right, { ops }) => (x, o) => {
    const y = right(x, o);
    return Object.is(zero, -0) ? ops.neg!(y, {}) : ops.add!(y, zero, {});
  });
  const program: Program = {
    inputs: { x: { dtype: 'float32', shape: [1], data: ['-0'] } },
    ops: [{ op, in: ['x'], out: 'y' }],
    observe: ['y'],
  };
  expect(await compare(program, { tested: await inProcess(wrong()), against })).toMatchObject({ status });
});

test.each([
  ['numbers whose squares overflow', [1e38, 1e38], 'skipped'],
  ['small numbers', [1, 1], 'differs'],
] as const)('an integer that is to be the infinite variance of %s', async (_, data, status) => {
  const infinite = wrongOp(
    'var',
    (right, { ops }) =>
      (x, o) =>
        ops.add!(right(x, o), Number.POSITIVE_INFINITY, {}),
  );
  const program: Program = {
    inputs: {
      x: { dtype: 'float32', shape: [2], data },
      n: { dtype: 'int64', shape: [1], data: [3] },
    },
    ops: [
      { op: 'var', in: ['x'], out: 'y' },
      { op: 'fill_', in: ['n', 'y'] },
    ],
    observe: ['x', 'y', 'n'],
  };
  const compared = await compare(program, { tested: against, against: await inProcess(infinite()) });
  expect(compared).toMatchObject({ status });
});

test.each([
  ['overflows on its way', 3.4028234663852886e38, 'skipped'],
  ['does not', 1, 'differs'],
] as const)('an infinite mean where the sum %s', async (_, huge, status) => {
  const program: Program = {
    inputs: { x: { dtype: 'float32', shape: [2], data: [huge, huge] } },
    ops: [{ op: 'mean', in: ['x'], out: 'y' }],
    observe: ['x', 'y'],
  };
  const infinite = wrongOp(
    'mean',
    (right, { ops }) =>
      (x, o) =>
        ops.mul!(right(x, o), Number.POSITIVE_INFINITY, {}),
  );
  expect(await compare(program, { tested: against, against: await inProcess(infinite()) })).toMatchObject({ status });
});

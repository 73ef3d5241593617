import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { wrongOp } from '../../faults/laws/fault.ts';
import { inProcess } from '../../run/in-process.ts';
import type { Program } from '../draw/program.ts';
import { compare } from '../hold/compare.ts';

const against = await inProcess(reference);

test.each([
  ['close to 1', 16.25, 'skipped'],
  ['not so close', 2, 'differs'],
] as const)('the slope of a sigmoid %s', async (_, x, status) => {
  const program: Program = {
    inputs: { x: { dtype: 'float32', shape: [1], data: [x], requires_grad: true } },
    ops: [
      { op: 'sigmoid', in: ['x'], out: 'y' },
      { op: 'mul', in: ['y', 1000], out: 'z' },
      { op: 'backward', in: ['z'] },
    ],
    observe: ['x', 'y', 'z', 'x.grad'],
  };
  const twice = wrongOp('sigmoid', (right, { ops, detach }) => (a, o) => {
    const y = right(a, o);
    // The same number, with twice the slope.
    return ops.sub!(ops.mul!(y, 2, {}), detach(y), {});
  });
  const compared = await compare(program, { tested: await inProcess(twice()), against });
  expect(compared).toMatchObject(status === 'differs' ? { status, verdict: { reason: 'wrong_value' } } : { status });
});

test.each([
  ['far apart', 0.5, 1.1754944e-38, 'skipped'],
  ['of one size', 0.5, 0.5, 'differs'],
  ['far apart, but not smoothed', 0, 1.1754944e-38, 'differs'],
] as const)('a smoothed loss with weights %s', async (_, label_smoothing, weight, status) => {
  const program: Program = {
    inputs: {
      x: { dtype: 'float32', shape: [1, 2], data: [[-3, 4]] },
      t: { dtype: 'int64', shape: [1], data: [0] },
      w: { dtype: 'float32', shape: [2], data: [weight, 1] },
    },
    ops: [{ op: 'cross_entropy', in: ['x', 't', 'w'], with: { label_smoothing }, out: 'l' }],
    observe: ['l'],
  };
  const off = wrongOp(
    'cross_entropy',
    (right, { ops }) =>
      (...given) =>
        ops.mul!(right(...given), 1.0001, {}),
  );
  expect(await compare(program, { tested: await inProcess(off()), against })).toMatchObject({ status });
});

test.each([
  ['all but certain', [0, -6], 'skipped'],
  ['less certain', [0, -1], 'differs'],
  ['the only one', [0], 'differs'],
] as const)('the slope of a class that is %s', async (_, data, status) => {
  const program: Program = {
    inputs: { x: { dtype: 'float32', shape: [data.length], data, requires_grad: true } },
    ops: [
      { op: 'softmax', in: ['x'], with: { dim: 0 }, out: 'y' },
      { op: 'getitem', in: ['y'], with: { index: [0] }, out: 'first' },
      { op: 'mul', in: ['first', 1000], out: 'z' },
      { op: 'backward', in: ['z'] },
    ],
    observe: ['x', 'y', 'x.grad'],
  };
  const steeper = wrongOp('softmax', (right, { ops, detach }) => (x, o) => {
    const y = right(x, o);
    // The same numbers, with 1.0002 times the slope, or where that is 0 with some.
    const more = data.length === 1 ? ops.mul!(x, 1e-5, {}) : ops.mul!(y, 2e-4, {});
    return ops.add!(y, ops.sub!(more, detach(more), {}), {});
  });
  const compared = await compare(program, { tested: await inProcess(steeper()), against });
  expect(compared).toMatchObject(status === 'differs' ? { status, verdict: { reason: 'wrong_value' } } : { status });
});

test.each([
  ['an infinite', 'Infinity', 'skipped'],
  ['a finite', 2, 'differs'],
] as const)('%s weight of a certain class', async (_, weight, status) => {
  const program: Program = {
    inputs: {
      x: { dtype: 'float32', shape: [2], data: [-9, 9] },
      t: { dtype: 'int64', shape: [], data: 1 },
      w: { dtype: 'float32', shape: [2], data: [0, weight] },
    },
    ops: [{ op: 'cross_entropy', in: ['x', 't', 'w'], with: { reduction: 'sum' }, out: 'l' }],
    observe: ['l'],
  };
  const nan = wrongOp(
    'cross_entropy',
    (right, { ops }) =>
      (...given) =>
        ops.mul!(right(...given), Number.NaN, {}),
  );
  expect(await compare(program, { tested: await inProcess(nan()), against })).toMatchObject({ status });
});

test.each([
  ['vanishes', -93, 'skipped'],
  ['does not', -3, 'differs'],
] as const)('the sign of a sigmoid that %s', async (_, x, status) => {
  const program: Program = {
    inputs: { x: { dtype: 'float32', shape: [1], data: [x] } },
    ops: [
      { op: 'sigmoid', in: ['x'], out: 'y' },
      { op: 'sign', in: ['y'], out: 's' },
    ],
    observe: ['x', 'y', 's'],
  };
  const none = wrongOp(
    'sigmoid',
    (right, { ops }) =>
      (a, o) =>
        ops.mul!(right(a, o), 0, {}),
  );
  const compared = await compare(program, { tested: against, against: await inProcess(none()) });
  expect(compared).toMatchObject({ status });
});

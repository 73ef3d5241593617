import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { wrongOp } from '../../faults/laws/fault.ts';
import { inProcess } from '../../run/in-process.ts';
import { compare } from './compare.ts';

const against = await inProcess(reference);
/** Its strides are all 7. */
const tested = await inProcess(
  wrongOp('stride', (right) => (x, o) => (right(x, o) as readonly number[]).map(() => 7))(),
);

test.each<[string, readonly number[], 'skipped' | 'differs']>([
  ['axes of size 1', [1, 1], 'skipped'],
  ['an axis of size 2', [1, 2], 'differs'],
  ['no elements', [2, 0], 'skipped'],
])('a stride along %s', async (_, shape, status) => {
  const program = {
    inputs: {},
    ops: [
      { op: 'zeros', with: { size: shape }, out: 'x' },
      { op: 'stride', in: ['x'], out: 's' },
    ],
    observe: ['x', 's'],
  };
  expect(await compare(program, { tested, against })).toMatchObject({ status });
});

import { expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import type { Literal } from '../case.ts';
import { wrongOp } from '../faults/laws/fault.ts';
import { inProcess } from '../run/in-process.ts';
import { compare } from './compare.ts';
import type { Program } from './program.ts';

const against = await inProcess(reference);
/** It has 0 for whatever it is given. */
const tested = await inProcess(
  wrongOp('to', (right) => (x, o) => right(reference.ops.zeros_like!(x as never, {}), o))(),
);
const cast = (value: Literal, dtype: string): Program => ({
  inputs: { x: { dtype: 'float32', shape: [1], data: [value as number] } },
  ops: [
    { op: 'to', in: ['x'], with: { dtype }, out: 'y' },
    { op: 'neg', in: ['y'], out: 'z' },
  ],
  observe: ['y', 'z'],
});

test.each<[Literal, string]>([
  ['NaN', 'int64'],
  ['-Infinity', 'int32'],
  [3e9, 'int32'],
  [-1, 'uint8'],
])('%s has no integer of %s, whatever it is', async (value, dtype) => {
  expect(await compare(cast(value, dtype), { tested, against })).toMatchObject({ status: 'skipped' });
});

test.each<[Literal, string]>([
  [3e9, 'int64'],
  [-1.5, 'int8'],
  [255.5, 'uint8'],
  ['Infinity', 'float64'],
])('%s has one of %s', async (value, dtype) => {
  expect(await compare(cast(value, dtype), { tested, against })).toMatchObject({ status: 'differs' });
});

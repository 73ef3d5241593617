import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { wrongOp } from '../../faults/laws/fault.ts';
import { inProcess } from '../../run/in-process.ts';
import type { Program } from '../draw/program.ts';
import { compare } from './compare.ts';

const against = await inProcess(reference);
const library = (wrong: Parameters<typeof wrongOp>[1]) => inProcess(wrongOp('var', wrong)());
const variance = (options: object): Program => ({
  inputs: { x: { dtype: 'float32', shape: [3], data: [1, 2, 6] } },
  ops: [{ op: 'var', in: ['x'], with: { ...options }, out: 'v' }],
  observe: ['v'],
});

test('a variance may be biased where nothing tells which one it is, and nowhere else', async () => {
  const byDefault = await library((right) => (x, o) => right(x, { unbiased: false, ...(o as object) }));
  expect(await compare(variance({}), { tested: byDefault, against })).toMatchObject({ status: 'agrees' });
  const always = await library((right) => (x, o) => right(x, { ...(o as object), unbiased: false }));
  expect(await compare(variance({}), { tested: always, against })).toMatchObject({ status: 'agrees' });
  expect(await compare(variance({ unbiased: true }), { tested: always, against })).toMatchObject({ status: 'differs' });
});

test('what is neither variance is wrong', async () => {
  const keeps = await library(
    (right) => (x, o) => right(x, { unbiased: false, ...(o as object), keepdim: true, dim: 0 }),
  );
  expect(await compare(variance({}), { tested: keeps, against })).toMatchObject({ status: 'differs' });
});

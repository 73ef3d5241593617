import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import type { Implementation } from '../../run/implementation.ts';
import { ImplementationFailed } from '../../run/implementation.ts';
import { inProcess } from '../../run/in-process.ts';
import type { Observation } from '../../values/observation.ts';
import type { Program } from '../draw/program.ts';
import { compare } from './compare.ts';

const against = await inProcess(reference);
const program: Program = {
  inputs: { x: { dtype: 'float32', shape: [2], data: [1, 2] } },
  ops: [{ op: 'neg', in: ['x'], out: 'y' }],
  observe: ['y'],
};
const answering = (run: Implementation['run']): Implementation => ({ ...against, run });

test('an answer of which nobody thought is one that differs', async () => {
  const hostile = {
    kind: 'tensor',
    dtype: 'float32',
    shape: [2],
    get data() {
      throw new Error('gone');
    },
  } as unknown;
  const tested = answering(async ({ observe }) => ({
    status: 'result',
    values: Object.fromEntries(observe.map(({ name }) => [name, hostile as Observation])),
  }));
  expect(await compare(program, { tested, against })).toMatchObject({
    status: 'differs',
    verdict: { verdict: 'error', message: 'the answer cannot be compared: gone' },
  });
});

test('a side that fails for good ends the comparison', async () => {
  const tested = answering(() => Promise.reject(new ImplementationFailed('it broke the protocol')));
  await expect(compare(program, { tested, against })).rejects.toThrow('it broke the protocol');
});

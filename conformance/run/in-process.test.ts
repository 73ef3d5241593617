import { expect, test } from 'vitest';
import type { Adapter, TensorData } from '../adapter/contract.ts';
import type { Request } from '../values/case.ts';
import { inProcess } from './in-process.ts';

const adapter = (init: () => void): Adapter<TensorData> => ({
  name: 'echo',
  version: '1.2.3',
  url: 'an address',
  errors: 'exact',
  dtypes: { float32: true },
  mutation: 'none',
  init,
  tensor: (data) => data,
  read: (t) => t,
  ops: { neg: (x) => ({ ...x, data: Array.from(x.data, (value) => -Number(value)) }) },
});
const request: Request = {
  id: 'ops/neg/a',
  inputs: { x: { dtype: 'float32', shape: [2], data: [1, -2] } },
  ops: [{ op: 'neg', in: ['x'], out: 'y' }],
  observe: [{ name: 'y' }],
};

test('an adapter is started once, says who it is, and runs cases', async () => {
  let started = 0;
  const implementation = await inProcess(adapter(() => void started++));
  expect(implementation).toMatchObject({
    name: 'echo',
    version: '1.2.3',
    url: 'an address',
    errors: 'exact',
    ahead: 1,
  });
  const outcomes = [await implementation.run(request), await implementation.run(request)];
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ status: 'result', values: { y: { shape: [2], data: [-1, 2] } } });
  await implementation.close();
  expect(started).toBe(1);
});

test('an adapter whose init throws is no implementation', async () => {
  const broken = adapter(() => {
    throw new Error('no backend');
  });
  await expect(inProcess(broken)).rejects.toThrow('no backend');
});

import { expect, test } from 'vitest';
import type { Adapter, TensorData } from '../adapter/contract.ts';
import { inProcess } from './in-process.ts';

const sound: Adapter<TensorData> = {
  name: 'tiny',
  dtypes: { float32: true },
  mutation: 'none',
  tensor: (data) => data,
  read: (t) => t,
  ops: { neg: (x) => x },
};

test.each<[string, object, string]>([
  ['a name', { name: {} }, 'name is an object; expected text'],
  ['a version', { version: { major: 1 } }, 'version is an object; expected text'],
  ['an address', { url: 5 }, 'url is a number; expected text'],
  [
    'an op that the library has renamed',
    { ops: { neg: undefined } },
    'ops.neg is undefined; expected a function, or no entry for what the library lacks',
  ],
  ['an op that is a number', { ops: { neg: 3 } }, 'ops.neg is a number; expected a function'],
  ['a composed op', { composed: { neg: null } }, 'composed.neg is null; expected a function'],
  ['a module', { modules: { 'nn.Linear': () => 0 } }, 'modules.nn.Linear is a function; expected an object'],
  ['an optimizer', { optim: { 'optim.SGD': {} } }, 'optim.optim.SGD is an object; expected a function'],
])('an adapter with %s that is none is no implementation', async (_, over, message) => {
  await expect(inProcess({ ...sound, ...over } as typeof sound)).rejects.toThrow(message);
  expect(await inProcess(sound)).toMatchObject({ name: 'tiny' });
});

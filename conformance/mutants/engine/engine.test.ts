import { expect, test } from 'vitest';
import adapter from '../../adapters/reference/index.ts';
import { loadSuite } from '../../load/suite.ts';
import type { Mutation } from '../mutation.ts';
import { tools } from '../reference.ts';
import { score } from '../score.ts';
import { walking } from './backward.ts';

const { cases } = loadSuite();

test('a walk without faults is right in every case', async () => {
  const right: Mutation = { kind: 'engine', name: 'none', suits: () => true, apply: walking({}) };
  const tape = adapter.autograd as unknown as { backward: (...args: unknown[]) => unknown };
  const seat = {
    name: 'autograd.backward',
    ops: ['backward'],
    right: tape.backward,
    mutations: [right],
    put: (backward: unknown) => ({ ...adapter, autograd: { ...adapter.autograd, backward } }) as typeof adapter,
  };
  expect(await score(adapter, tools, cases, { seats: [seat] })).toMatchObject([{ fate: 'survived' }]);
});

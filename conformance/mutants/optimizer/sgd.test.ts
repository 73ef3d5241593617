import { expect, test } from 'vitest';
import adapter from '../../adapters/reference/index.ts';
import { loadSuite } from '../../load/suite.ts';
import type { Mutation } from '../mutation.ts';
import { tools } from '../reference.ts';
import { score } from '../score.ts';
import { optimizers, stepping } from './seats.ts';

test('steps without faults are right in every case', async () => {
  const right: Mutation = { kind: 'optimizer', name: 'none', suits: () => true, apply: stepping({}) };
  const seats = optimizers(adapter)
    .filter(({ name }) => name === 'optim.SGD')
    .map((seat) => ({ ...seat, mutations: [right] }));
  expect(await score(adapter, tools, loadSuite().cases, { seats })).toMatchObject([{ fate: 'survived' }]);
});

/** Two cases of `sum`, how a library answers them, and a library that answers as a test says. */
import { readFixture } from '../load/fixture.ts';
import type { Case, Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import type { Implementation } from './implementation.ts';

export const seven = { dtype: 'int64', shape: [], data: 7 } as const;
const file = {
  title: 'Sum',
  source: 'spec',
  cases: [
    {
      id: 'sums',
      title: { en: 'sums' },
      rules: ['sum.C1'],
      inputs: { x: seven },
      ops: [{ op: 'sum', in: ['x'], out: 's' }],
      expected: { s: { ...seven, prints: 'tensor(7)' } },
    },
    {
      id: 'raises',
      title: { en: 'raises' },
      rules: ['sum.C1'],
      inputs: { x: seven },
      ops: [{ op: 'sum', in: ['x'], with: { dim: 4 } }],
      expected: { error: { kind: 'index_out_of_range', op: 0 } },
      control: 'sums',
    },
  ],
};
export const cases: readonly Case[] = readFixture(JSON.stringify(file), 'ops/sum', 'sum.json').cases;
export const sums: Case = cases[0]!;
export const raises: Case = cases[1]!;

export const right: Outcome = {
  status: 'result',
  values: { s: { kind: 'tensor', dtype: 'int64', shape: [], data: [7n], prints: 'tensor(7)' } },
};
export const raised: Extract<Outcome, { status: 'threw' }> = {
  status: 'threw',
  op: [0],
  kind: 'index_out_of_range',
  message: 'no axis 4',
};

export const implementation = (run: (request: Request) => Promise<Outcome>, ahead = 1): Implementation => ({
  name: 'fake',
  ahead,
  run,
  close: async () => {},
});

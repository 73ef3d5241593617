/** A sound case, and ways to break it: what the loader's tests start from. */
import { faultLine } from './fault.ts';
import { readFixture } from './fixture.ts';

export type Json = Record<string, unknown>;

export const x: Json = { dtype: 'float32', shape: [2], data: [1, 2] };

export const sound: Json = {
  id: 'adds-up',
  title: { en: 'all elements are added up' },
  rules: ['sum.C1'],
  inputs: { x },
  ops: [{ op: 'sum', in: ['x'], out: 's' }],
  expected: { s: { dtype: 'float32', shape: [], data: 3 } },
};

export const file = (...cases: readonly Json[]): string => JSON.stringify({ title: 'Sum', source: 'spec', cases });

export const linesOf = (text: string): string[] => readFixture(text, 'ops/sum', 'sum.json').faults.map(faultLine);

/** The faults of the sound case with these fields changed. */
export const faultsOf = (change: Json): string[] => linesOf(file({ ...sound, ...change }));

/** The faults of the sound case with these ops. */
export const faultsOfOps = (...ops: readonly unknown[]): string[] => faultsOf({ ops, expected: { x } });

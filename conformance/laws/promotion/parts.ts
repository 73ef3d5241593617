/** Trials of several parts: there are a hundred pairs of dtypes, and each program may look at a few. */
import fc from 'fast-check';
import type { Expectation, OpStep } from '../../values/case.ts';
import type { Observation } from '../../values/observation.ts';
import { together } from '../claims.ts';
import type { Trial } from '../law.ts';

export interface Part {
  /** Under names that no other part has. */
  readonly inputs: Trial['inputs'];
  /** Steps that tell what is due, where nothing else does. They may raise: then nothing is said. */
  readonly due: readonly OpStep[];
  readonly steps: readonly OpStep[];
  readonly expected: (seen: Readonly<Record<string, Observation>>) => Readonly<Record<string, Expectation | undefined>>;
}

/** What tells comes first. */
export const trialOf = (parts: readonly Part[]): Trial => {
  const dues = parts.flatMap(({ due }) => due);
  const ops = [...dues, ...parts.flatMap(({ steps }) => steps)];
  return {
    inputs: Object.assign({}, ...parts.map(({ inputs }) => inputs)),
    ops,
    mayRaise: dues.length,
    observe: ops.map(({ out }) => out as string),
    statement: (seen) => together(Object.assign({}, ...parts.map(({ expected }) => expected(seen)))),
  };
};

/** One to a few parts, each with its number. */
export const parts = <T>(drawn: fc.Arbitrary<T>, part: (one: T, k: number) => Part): fc.Arbitrary<Trial> =>
  fc.array(drawn, { minLength: 1, maxLength: 5 }).map((all) => trialOf(all.map(part)));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unsupported } from '../adapter/contract.ts';
import reference from '../adapters/reference/index.ts';
import { inProcess } from '../run/in-process.ts';
import { check } from './check.ts';
import { raises } from './claims.ts';
import { laws } from './index.ts';
import type { Law } from './law.ts';
import { brackets } from './printing/brackets.ts';

const options = { seed: 1, runs: 100 };

test('a law about text does not apply to a library without one', async () => {
  const { print: _, ...silent } = reference;
  expect(await check(brackets, await inProcess(silent), options)).toMatchObject({
    status: 'not-applicable',
    lacks: 'feature print',
  });
});

test('a law about an error of an in-place op does not apply to a library that has none', async () => {
  const raising: Law = {
    id: 'any/raising',
    title: 'a quotient is not written to integers',
    clauses: [],
    trials: () =>
      fc.constant({
        inputs: { a: { dtype: 'int32', shape: [1], data: [1] } },
        ops: [{ op: 'div_', in: ['a', 2] }],
        observe: ['a'],
        statement: () => raises('dtype_mismatch', 0),
      }),
  };
  const unchanged = <T>(a: T): T => a;
  const functional = await inProcess({ ...reference, mutation: 'none', ops: { div: unchanged as never } });
  expect(await check(raising, functional, options)).toMatchObject({ status: 'not-applicable' });
  expect(
    await check(raising, await inProcess({ ...reference, ops: { div_: unchanged as never } }), options),
  ).toMatchObject({
    status: 'broken',
  });
});

test('a law that a library can run no trial of is given up soon', async () => {
  let runs = 0;
  const library = await inProcess({
    ...reference,
    ops: {
      neg: () => {
        runs++;
        return unsupported('neg of anything');
      },
    },
  });
  const law: Law = {
    id: 'any/negated',
    title: 'the negative of a negative is the number',
    clauses: [],
    trials: () =>
      fc.constant({
        inputs: { a: { dtype: 'float32', shape: [1], data: [1] } },
        ops: [{ op: 'neg', in: ['a'], out: 'b' }],
        observe: ['b'],
        statement: () => undefined,
      }),
  };
  expect(await check(law, library, options)).toMatchObject({ status: 'not-applicable', lacks: 'neg of anything' });
  expect(runs).toBeLessThan(100);
});

test('a result whose elements do not fill its shape breaks a law', async () => {
  const right = await inProcess(reference);
  const library = {
    ...right,
    run: async (request: Parameters<typeof right.run>[0]) => {
      const outcome = await right.run(request);
      if (outcome.status !== 'result') return outcome;
      const values = Object.entries(outcome.values).map(([name, seen]) => [name, { ...seen, shape: [2, 7] }]);
      return { ...outcome, values: Object.fromEntries(values) };
    },
  };
  expect(await check(laws.find(({ id }) => id === 'broadcasting/commutes')!, library, options)).toMatchObject({
    status: 'broken',
    verdict: { verdict: 'fail', reason: 'wrong_shape' },
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Op, right } from '../../faults/every-op.ts';
import functional from '../../faults/functional.ts';
import { inProcess } from '../../run/in-process.ts';
import { requestOf } from '../../run/request.ts';
import type { Dtype } from '../../values/case.ts';
import { programs } from '../shrink/arbitrary.ts';
import { caseOf, unjudged } from './program.ts';
import { vocabulary } from './vocabulary.ts';

const ops = ['gt', 'ge', 'lt', 'le', 'eq', 'ne', 'argmax', 'argmin', 'zeros_like', 'ones_like', 'sign', 'to', 'div'];

test('random programs ask for derivatives through every op that has none', async () => {
  const met = new Set<string>();
  const noting =
    (op: string): Op =>
    (...args) => {
      if (args.some((x) => x?.requires_grad === true)) met.add(op);
      return right(op)(...args);
    };
  const fake = { ...functional, ops: { ...functional.ops, ...Object.fromEntries(ops.map((op) => [op, noting(op)])) } };
  const dtypes = new Set(Object.keys(fake.dtypes) as Dtype[]);
  const { run } = await inProcess(fake);
  // An argmax between a leaf and a loss is in one program of a thousand.
  for (let seed = 1; seed <= 6 && met.size < ops.length; seed++) {
    const drawn = fc.sample(programs({ words: vocabulary(), dtypes }), { seed, numRuns: 2000 });
    for (const program of drawn.filter(({ ops: steps }) => /"backward"|autograd/.test(JSON.stringify(steps))))
      await run(requestOf(caseOf(program, unjudged(program))));
  }
  expect([...met].sort()).toEqual([...ops].sort());
});

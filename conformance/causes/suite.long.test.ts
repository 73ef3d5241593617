import { expect, test, vi } from 'vitest';
import type { Adapter } from '../adapter/contract.ts';
import reference from '../adapters/reference/index.ts';
import { loadSuite } from '../load/suite.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import { isFailure, traceCauses } from './index.ts';

// Each run is of the whole suite, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

type Op = (...given: unknown[]) => unknown;
const { cases } = loadSuite();
const ops = reference.ops as unknown as Readonly<Record<string, Op> & { mul: Op; sum: Op }>;

/** The causes that the whole suite finds in the reference with some of it replaced, and how many cases fail. */
const found = async (faults: Readonly<Record<string, Op>>, more: object = {}) => {
  const adapter = { ...reference, ...more, ops: { ...ops, ...faults } } as unknown as Adapter<unknown>;
  const verdicts = await runCases(cases, cases, await inProcess(adapter));
  const causes = traceCauses(cases, verdicts);
  const failing = verdicts.filter(isFailure).map(({ id }) => id);
  expect(causes.flatMap(({ own, others }) => [...own, ...others]).sort()).toEqual([...failing].sort());
  return { names: causes.map(({ name }) => name).sort(), failing: failing.length };
};

/** It takes every option, and then raises. */
const raises: Op = (...given) => {
  throw new Error(`no such kernel${Object.values({ ...(given.at(-1) as object) }).join(' ')}`);
};
/** The op with its result doubled. */
const doubled =
  (name: string): Op =>
  (...given) =>
    ops.mul(ops[name]!(...given), 2, {});

test('a broken sum is one finding, whether it raises or is wrong', async () => {
  const raising = await found({ sum: raises });
  expect(raising.names).toEqual(['sum']);
  expect(raising.failing).toBeGreaterThan(150);
  expect((await found({ sum: doubled('sum') })).names).toEqual(['sum']);
});

test('a broken add and a broken cat are two findings', async () => {
  expect((await found({ add: raises, cat: raises })).names).toEqual(['add', 'cat']);
  expect((await found({ add: doubled('add'), cat: doubled('cat') })).names).toEqual(['add', 'cat']);
});

test('a sum that drops keepdim is one finding', async () => {
  const sum: Op = (x, options) => ops.sum(x, { ...(options as object), keepdim: false });
  expect((await found({ sum })).names).toEqual(['sum']);
});

test('a backward pass that does nothing is one finding, and so are wrong prints', async () => {
  expect((await found({}, { autograd: { ...reference.autograd, backward: () => {} } })).names).toEqual(['backward']);
  expect((await found({}, { print: () => 'tensor' })).names).toEqual(['printing']);
});

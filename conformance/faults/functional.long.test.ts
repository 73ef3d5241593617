import { expect, test } from 'vitest';
import { loadSuite } from '../load/suite.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import type { Case } from '../values/case.ts';
import type { Fake, Op } from './every-op.ts';
import { right } from './every-op.ts';
import functional from './functional.ts';

const { cases } = loadSuite();
const gradients = cases.filter(({ id }) => id.startsWith('autograd/'));

const failing = async (fake: Fake, some: readonly Case[] = gradients): Promise<string[]> => {
  const verdicts = await runCases(some, cases, await inProcess(fake));
  return verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'unsupported').map(({ id }) => id);
};

test('a library that differentiates functions and is right fails no case', async () => {
  expect(await failing(functional, cases)).toEqual([]);
});

/** Its derivative raises where the op is met on the way from an input to the result. */
const withoutDerivative = (op: string): Fake => {
  const raising: Op = (...args) => {
    if (args.some((x) => x?.requires_grad === true)) throw new Error(`${op} has no derivative`);
    return right(op)(...args);
  };
  return { ...functional, name: `no derivative of ${op}`, ops: { ...functional.ops, [op]: raising } };
};

test.each(['gt', 'ge', 'lt', 'le', 'eq', 'ne', 'argmax', 'argmin', 'zeros_like', 'ones_like', 'sign', 'div', 'to'])(
  'a library that cannot differentiate through %s is told from one that can',
  async (op) => {
    const failed = await failing(withoutDerivative(op));
    expect(failed).not.toEqual([]);
    expect(failed).not.toContain('autograd/without-a-derivative/a-mask-from-no-grad');
    expect(failed).not.toContain('autograd/without-a-derivative/a-mask-of-what-is-detached');
  },
);

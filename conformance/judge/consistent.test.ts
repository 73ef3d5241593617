import { expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { wrongOp } from '../faults/laws/fault.ts';
import { loadSuite } from '../load/suite.ts';
import { inProcess } from '../run/in-process.ts';
import { runCases } from '../run/run-cases.ts';
import type { Verdict } from '../values/verdict.ts';

const { cases } = loadSuite();
const offering = cases.filter(({ conventions }) => conventions.some(({ id }) => id === 'relu-gradient-half-at-zero'));

type Adapter = typeof reference;
const verdictsOf = async (adapter: Adapter, some = offering): Promise<readonly Verdict[]> =>
  runCases(some, cases, await inProcess(adapter));

/** Half the slope at 0, wherever `holds`. */
const half = (holds: (size: number) => boolean): Adapter =>
  wrongOp('relu', (right, { ops }) => (x, o) => {
    const got = right(x, o);
    if (!holds(ops.numel!(x, {}) as number)) return got;
    return ops.where!(ops.eq!(x, 0, {}), ops.mul!(x, 0.5, {}), got, {});
  })();

test('a convention that a library keeps in every case that offers it stays one', async () => {
  const verdicts = await verdictsOf(half(() => true));
  expect(verdicts.length).toBeGreaterThan(2);
  expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(['convention']));
});

test('a convention that is kept in one case and not in another fails, and says where', async () => {
  const verdicts = await verdictsOf(half((size) => size < 5));
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
  expect(failed.length).toBeGreaterThan(0);
  for (const { reason, message, conventions } of failed) {
    expect([reason, conventions]).toEqual(['wrong_value', undefined]);
    expect(message).toMatch(
      /^follows relu-gradient-half-at-zero here, but goes PyTorch's way in \S+: a convention holds throughout$/,
    );
  }
  expect(verdicts.some(({ verdict }) => verdict === 'pass')).toBe(true);
});

test('PyTorch’s own way is no convention, whatever the others are', async () => {
  expect(new Set((await verdictsOf(reference)).map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
});

test('a case that is run by itself ends as it does among the others', async () => {
  const library = half((size) => size < 5);
  const together = await verdictsOf(library);
  for (const [i, one] of offering.entries()) expect(await verdictsOf(library, [one])).toEqual([together[i]]);
});

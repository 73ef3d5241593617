import { describe, expect, test } from 'vitest';
import { Float, Tensor } from '../../../reference/index.ts';
import reference from '../../adapters/reference/index.ts';
import { loadSuite } from '../../load/suite.ts';
import { pages } from '../../pages/pages.gen.ts';
import { inProcess } from '../../run/in-process.ts';
import { runCases } from '../../run/run-cases.ts';
import type { Case } from '../../values/case.ts';
import { isOpen, LEFT_OPEN } from '../left-open/index.ts';
import { dueOf } from './due.ts';
import { kindOf, NOT_ASKED } from './kinds.ts';
import { listening } from './listen.ts';
import { type Asked, inWords, Seen } from './seen.ts';

const isTensor = (value: unknown): value is Tensor => value instanceof Tensor;
const number = (value: unknown): number | undefined =>
  value instanceof Float ? value.value : typeof value === 'number' ? value : undefined;

const { cases } = loadSuite();

/** What these cases hand to the ops of the reference. */
async function handed(some: readonly Case[]): Promise<Seen> {
  const seen = new Seen();
  const library = listening(reference, { isTensor, records: (x) => x.requires_grad, number }, seen);
  await runCases(some, cases, await inProcess(library));
  return seen;
}

const due: readonly Asked[] = Object.values(pages).flatMap(dueOf);
/** Without ties and kinks, which are looked at on the way back alone. */
const special = cases.filter(({ id }) => id.startsWith('special/') && !/-(ties|kinks)$/.test(id));
const seen = await handed(special);
const missing = due.filter((one) => !seen.has(one));

describe('the tables', () => {
  test('hand every class, and every pair of them, to every op in each dtype, but what is left open', () => {
    expect(missing.filter((one) => !isOpen(one)).map(inWords)).toEqual([]);
    expect(due.length).toBeGreaterThan(20_000);
  });

  test('leave nothing open that they ask', () => {
    const idle = LEFT_OPEN.filter((open) => !missing.some((one) => isOpen(one, [open])));
    expect(idle.map(({ ops, why }) => `${ops.join(', ')}: ${why}`)).toEqual([]);
  });

  test('are there for every op, but those with a reason', () => {
    const unasked = Object.values(pages).filter((page) => kindOf(page) === undefined);
    expect(unasked.map(({ name }) => name).sort()).toEqual(Object.keys(NOT_ASKED).sort());
  });
});

test('what a table no longer hands is missed', async () => {
  const ofMul = special.filter(({ id }) => id.startsWith('special/mul/'));
  const fewer = await handed(ofMul.filter(({ id }) => id !== 'special/mul/bfloat16-gradient'));
  const now = dueOf(pages.mul!).filter((one) => !fewer.has(one));
  expect(now.map(inWords)).toContain('mul bfloat16 gradient tiny max');
  expect(now.every(({ dtype, part }) => dtype === 'bfloat16' && part === 'gradient')).toBe(true);
});

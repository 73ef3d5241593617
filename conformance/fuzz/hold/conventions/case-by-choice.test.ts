import { expect, test } from 'vitest';
import reference from '../../../adapters/reference/index.ts';
import { judge } from '../../../judge/index.ts';
import { loadSuite } from '../../../load/suite.ts';
import { inProcess } from '../../../run/in-process.ts';
import { requestOf } from '../../../run/request.ts';
import type { Case, Expectation, Step } from '../../../values/case.ts';
import { isFloat } from '../../../values/dtypes.ts';
import { callsIn } from '../../../values/steps.ts';
import { byEachChoice, conventionOps } from './case-by-choice.ts';

const { cases } = loadSuite();
const right = await inProcess(reference);

const mayDepend = ({ ops, expected }: Case): boolean =>
  expected.error === undefined && expected.either === undefined && callsIn(ops).some(({ op }) => conventionOps.has(op));

const floatsOf = async ({ inputs, ops }: Case): Promise<ReadonlySet<string>> => {
  const made = [...new Set(callsIn(ops).flatMap(({ out = [] }) => [out].flat()))].filter((name) => name !== null);
  const floats = new Set(Object.keys(inputs).filter((name) => isFloat(inputs[name]!.dtype)));
  for (const name of made) {
    const seen = await right.run({ id: 'floats', inputs, ops, observe: [{ name }] });
    const value = seen.status === 'result' ? seen.values[name] : undefined;
    if (value?.kind === 'tensor' && isFloat(value.dtype)) floats.add(name);
  }
  return floats;
};

/** Without texts: those tell which ops made a value. */
const untold = (one: Case): Case => {
  const bare = ({ prints: _, ...rest }: Expectation): Expectation => rest;
  const names = Object.entries(one.expected.names).map(([name, value]) => [name, bare(value)] as const);
  const told = names.filter(([, value]) => Object.keys(value).length > 0);
  return { ...one, expected: { ...one.expected, names: Object.fromEntries(told) }, earlier: [] };
};

/** The conventions by which a case would end otherwise, and that it does not offer. */
const notOffered = async (one: Case): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (const { choice, ops } of byEachChoice(one, await floatsOf(one))) {
    const outcome = await right.run({ ...requestOf(one), ops: ops as Step[] });
    if (outcome.status !== 'result') continue;
    const { verdict } = judge({ ...untold(one), ops }, outcome);
    if (verdict !== 'pass' && verdict !== 'convention') missing.push(`${one.id}: ${choice.id}`);
  }
  return missing;
};

test('every case whose result depends on a convention offers it', async () => {
  const missing: string[] = [];
  for (const one of cases.filter(mayDepend)) missing.push(...(await notOffered(one)));
  expect(missing).toEqual([]);
});

test('a case that does not offer what it depends on is found', async () => {
  const one = cases.find(({ id }) => id === 'note/5-activation-functions/relu-gradient-is-zero-or-one')!;
  expect(await notOffered({ ...one, conventions: [] })).toEqual([
    `${one.id}: relu-gradient-half-at-zero`,
    `${one.id}: relu-gradient-one-at-zero`,
  ]);
});

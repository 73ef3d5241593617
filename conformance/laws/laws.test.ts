import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../adapters/reference/index.ts';
import { lawFaults } from '../faults/laws/index.ts';
import { faultLine } from '../load/fault.ts';
import { readFixture } from '../load/fixture.ts';
import { clauseTexts, readSpec } from '../load/spec.ts';
import { inProcess } from '../run/in-process.ts';
import { check, labOf } from './check.ts';
import { laws } from './index.ts';
import type { Law } from './law.ts';

const SEED = 20260101;
const HOLDS = 60;
const CAUGHT_WITHIN = 600;
const right = await inProcess(reference);

test('ids are unique and say their family', () => {
  expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
  for (const { id } of laws) expect(id).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('every law cites clauses of the spec', () => {
  const clauses = clauseTexts(readSpec());
  for (const law of laws) {
    expect(law.clauses).not.toEqual([]);
    expect(law.clauses.filter((clause) => !clauses.has(clause))).toEqual([]);
  }
});

test('every law has a fault, and no fault is without its law', () => {
  expect(Object.keys(lawFaults).sort()).toEqual(laws.map(({ id }) => id).sort());
});

/** What is wrong with the programs that a law draws, as a fixture file would have them. */
const faultsOf = (law: Law): readonly string[] => {
  const trials = law.trials(labOf(right));
  if ('lacks' in trials) return [trials.lacks];
  const cases = fc.sample(trials, { seed: SEED, numRuns: 40 }).map(({ inputs, ops }, i) => ({
    id: `trial-${i}`,
    title: { en: law.title },
    rules: law.clauses,
    ...(Object.keys(inputs).length > 0 && { inputs }),
    // What is only printed has no steps, and is told as a law.
    ops: ops.length > 0 ? ops : [{ op: 'manual_seed', with: { seed: 1 } }],
    expected: { x: { shape: [] } },
  }));
  const { faults } = readFixture(JSON.stringify({ title: law.title, source: 'spec', cases }), 'laws/law', law.id);
  return faults.filter(({ path }) => /\/(inputs|ops)\b/.test(path)).map(faultLine);
};

test.each(laws.map((law) => [law.id, law] as const))('%s draws programs that a fixture can hold', (_, law) =>
  expect(faultsOf(law)).toEqual([]),
);

describe.each(laws.map((law) => [law.id, law] as const))('%s', (id, law) => {
  test('holds on the reference', async () => {
    const result = await check(law, right, { seed: SEED, runs: HOLDS });
    expect(result).toMatchObject({ status: 'holds' });
  });

  test.each((lawFaults[id] ?? []).map((fault, i) => [i + 1, fault] as const))(
    'is broken by fault %i',
    async (_, fault) => {
      const result = await check(law, await inProcess(fault()), { seed: SEED, runs: CAUGHT_WITHIN });
      expect(result.status).toBe('broken');
    },
  );
});

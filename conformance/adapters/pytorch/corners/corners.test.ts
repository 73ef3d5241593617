/** That each corner is needed, real PyTorch has to say: `npm run check:corners`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { behind, inOnePass, unrelated } from '../../../faults/unrelated.ts';
import { without } from '../../../fuzz/draw/names.ts';
import { corners as openCorners } from '../../../fuzz/excuse/corners.ts';
import { inRange } from '../../../fuzz/excuse/range.ts';
import { compare } from '../../../fuzz/hold/compare.ts';
import type { Implementation } from '../../../run/implementation.ts';
import { inProcess } from '../../../run/in-process.ts';
import type { Request } from '../../../values/case.ts';
import type { Outcome } from '../../../values/observation.ts';
import { newest, pytorchVersions } from '../../../versions/index.ts';
import reference from '../../reference/index.ts';
import { pytorchCorners } from './index.ts';
import { limitations } from './limitations.ts';

const all = [...openCorners, ...pytorchCorners];
const right = await inProcess(reference);

/**
 * The reference under PyTorch's name, of this version. It goes on where it should raise, as PyTorch does in many a corner, if
 * there is a graph to go back through.
 */
const pytorchOf = (version: string): Implementation => {
  const run = async (request: Request): Promise<Outcome> => {
    const outcome = await right.run(request);
    if (outcome.status !== 'threw' || outcome.kind === 'no_grad_graph') return outcome;
    const { inputs, ops } = request;
    const observe = request.observe.map(({ name }) => name);
    const rest = without({ inputs, ops, observe }, new Set(outcome.op.slice(0, 1)));
    return run({ ...request, ...rest, observe: rest.observe.map((name) => ({ name })) });
  };
  return { ...right, name: 'pytorch', version, run };
};

test('every corner has an id of its own, and some version that is run', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, pytorch = '' } of pytorchCorners) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect([id, pytorchVersions.filter((version) => inRange(version, pytorch)).length > 0]).toEqual([id, true]);
  }
});

test('what the harness says is a limitation is one of them', () => {
  const harness = readFileSync(new URL('../errors.py', import.meta.url), 'utf8');
  const list = harness.slice(harness.indexOf('LIMITATIONS = ['), harness.indexOf('def limitation_of'));
  const ids = Array.from(list.matchAll(/"([a-z0-9]+(?:-[a-z0-9]+)+)"/g), ([, id]) => id);
  expect(ids).toEqual(limitations.map(({ id }) => id));
});

describe.each(pytorchCorners.map((corner) => [corner.id, corner] as const))('behind %s', (_, { pytorch, witness }) => {
  const version = pytorchVersions.findLast((one) => inRange(one, pytorch!))!;

  test.each(unrelated.map((fault) => [fault.title, fault] as const))('%s is found', async (_, fault) => {
    const tested = await inProcess(fault.library());
    for (const program of [behind(witness, fault), inOnePass(witness, fault)]) {
      if (program === undefined) continue;
      const compared = await compare(program, { tested, against: pytorchOf(version), corners: all });
      expect(compared).toMatchObject({ status: 'differs' });
      const names = compared.status === 'differs' ? compared.verdict.mismatches!.map(({ name }) => name) : [];
      expect(fault.shows).toEqual(expect.arrayContaining(names));
    }
  });
});

describe('whoever calls itself pytorch', () => {
  const { witness } = pytorchCorners.find(({ id }) => id === 'nll-loss-of-one-row-counts-targets')!;
  const against = (name: string, version?: string) => ({ ...pytorchOf(newest), name, ...(version && { version }) });
  const held = (name: string, version?: string) =>
    compare(witness, { tested: right, against: against(name, version), corners: all });

  test.each([
    ['2.6.0', 'skipped'],
    ['1.13.0a0', 'skipped'],
    ['2.14.1', 'differs'],
    ['3.0', 'differs'],
  ] as const)('is excused what its version does, in %s: %s', async (version, status) => {
    expect(await held('pytorch', version)).toMatchObject({ status });
  });

  test('and does not say its version is the newest', async () => {
    const { version: _, ...unknown } = against('pytorch');
    expect(await compare(witness, { tested: right, against: unknown, corners: all })).toMatchObject({
      status: 'differs',
    });
  });

  test('alone is: a library of another name never', async () => {
    expect(await held('torch-like', '2.6.0')).toMatchObject({ status: 'differs' });
  });
});

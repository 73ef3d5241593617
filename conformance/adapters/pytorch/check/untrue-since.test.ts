import { expect, test } from 'vitest';
import { caseOf, op, seen } from '../../../judge/sample.ts';
import { pages } from '../../../pages/pages.gen.ts';
import type { Implementation } from '../../../run/implementation.ts';
import type { Case } from '../../../values/case.ts';
import { untrueSinces } from './untrue-since.ts';

const dated = { ...pages, sum: { ...pages.sum!, since: { dim: { list: '2.0' }, keepdim: '2.4' } } };
const has = (...ids: readonly string[]): Implementation => ({
  name: 'pytorch',
  ahead: 1,
  run: async ({ id }) =>
    ids.includes(id)
      ? { status: 'result', values: { s: seen('float32', [], 3) } }
      : { status: 'threw', op: [0], message: 'an unexpected keyword' },
  close: async () => {},
});
const summed = (id: string, options: Record<string, number[] | boolean>, more: Partial<Case> = {}): Case =>
  caseOf({
    id,
    ops: [op('sum', ['x'], 's', options)],
    names: { s: { dtype: 'float32', shape: [], data: 3 } },
    ...more,
  });
const list = summed('list', { dim: [0] });
const another = summed('another', { dim: [0] });
const both = summed('both', { dim: [0], keepdim: true });
const raises = summed(
  'raises',
  { dim: [4] },
  { expected: { names: {}, error: { kind: 'index_out_of_range', op: 0 } } },
);
const untrue = (version: string, implementation: Implementation, ...cases: readonly Case[]) =>
  untrueSinces(cases, version, implementation, dated);

test('a since is untrue if all that it keeps from a version passes there', async () => {
  expect(await untrue('1.13.1', has('list', 'another'), list, another, both, raises)).toEqual([
    'sum: dim: list says since 2.0, but 1.13.1 has it: 2 cases of it pass',
  ]);
});

test('and true if some of it does not, or it is another that keeps the case away', async () => {
  expect(await untrue('1.13.1', has('list'), list, another)).toEqual([]);
  expect(await untrue('1.13.1', has('both'), both)).toEqual([]);
  expect(await untrue('1.13.1', has(), raises)).toEqual([]);
  expect(await untrue('2.0.1', has('list'), list)).toEqual([]);
});

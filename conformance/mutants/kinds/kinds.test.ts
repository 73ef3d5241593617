import { describe, expect, test } from 'vitest';
import adapter from '../../adapters/reference/index.ts';
import { pageOf } from '../../pages/page-of.ts';
import { pages } from '../../pages/pages.gen.ts';
import { roleOf } from '../../pages/role.ts';
import type { Call } from '../mutation.ts';
import { tools } from '../reference.ts';
import { nameOf } from '../score.ts';
import { seats } from '../seats.ts';
import { faultsOf } from './index.ts';

const all = seats(adapter);
const named = all.flatMap(({ name, mutations }) =>
  mutations.map((mutation) => ({ kind: mutation.kind, name: nameOf({ seat: name, mutation: mutation.name }) })),
);

describe('mutants', () => {
  test('are many, and no two have one name', () => {
    expect(named.length).toBeGreaterThan(6000);
    const names = named.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('are of several kinds for every op that a library carries out', () => {
    const due = Object.values(pages).filter((page) => roleOf(page) === 'op');
    const kindsOf = (op: string) =>
      new Set(all.filter(({ name }) => name === op).flatMap(({ mutations }) => mutations.map(({ kind }) => kind)));
    // What they say is true or false, whatever the elements.
    const host = ['is_leaf', 'requires_grad'];
    expect(due.filter(({ name }) => kindsOf(name).size < 2).map(({ name }) => name)).toEqual(host);
  });
});

const find = (op: string, name: string) => {
  const { page } = pageOf(op)!;
  const found = faultsOf(page, op).find((mutation) => mutation.name === name)!;
  let noted = 0;
  const right = (adapter.ops as unknown as Readonly<Record<string, Call>>)[op]!;
  const wrong = found.apply(right, tools, () => {
    noted++;
  });
  return { wrong, noted: () => noted };
};
const { ops, values } = tools;
const float = (...data: readonly number[]): unknown => tools.make('float32', [data.length], data);
const leaf = (t: unknown): unknown => ops.requires_grad_!(t, {});
const gradient = (y: unknown, x: unknown, grad_outputs?: unknown): readonly unknown[] =>
  values((ops['autograd.grad']!([y], [x], { grad_outputs }) as [unknown])[0]);

describe('a fault', () => {
  test('of size leaves shorter tensors alone', () => {
    const { wrong, noted } = find('neg', 'nothing written past 16 elements');
    expect(values(wrong(float(1, 2), {}))).toEqual([-1, -2]);
    expect(noted()).toBe(0);
    const long = values(wrong(float(...Array.from({ length: 18 }, () => 3)), {}));
    expect(long.slice(14)).toEqual([-3, -3, 0, 0]);
    expect(noted()).toBe(1);
  });

  test('of layout reads a view as if it were none', () => {
    const { wrong } = find('neg', 'input read without its offset');
    const x = tools.lookAt(float(1, 2, 3), { shape: [2], strides: [1], offset: 1 });
    expect(values(wrong(x, {}))).toEqual([-1, -2]);
    expect(values(wrong(float(1, 2), {}))).toEqual([-1, -2]);
  });

  test('of layout writes to another place than the right one', () => {
    const { wrong } = find('add_', 'input written without its offset');
    const memory = float(1, 2, 3);
    wrong(tools.lookAt(memory, { shape: [2], strides: [1], offset: 1 }), 10, {});
    expect(values(memory)).toEqual([12, 13, 3]);
  });

  test('of one dtype loses what that dtype holds and a narrower one does not', () => {
    const { wrong } = find('add', 'int64 through double');
    const large = tools.make('int64', [1], [9007199254740993n]);
    expect(values(wrong(large, 0, {}))).toEqual([9007199254740992n]);
  });

  test('of special values is told by the values', () => {
    const { wrong, noted } = find('mul', 'wrong for ∞ beside 0');
    const x = float(Infinity, 1, 0);
    expect(values(wrong(x, float(0, 0, Infinity), {}))).toEqual([0, 0, Number.NaN]);
    expect(noted()).toBe(1);
  });

  test('of a gradient leaves the value right', () => {
    const { wrong } = find('mul', 'gradient of other off');
    const [x, y] = [leaf(float(2)), leaf(float(3))];
    const z = wrong(x, y, {});
    expect(values(z)).toEqual([6]);
    expect(gradient(z, x)).toEqual([3]);
    expect(gradient(wrong(x, y, {}), y)).toEqual([Math.fround(2.02)]);
  });

  test('of a gradient sees it summed to the shape of its operand', () => {
    const { wrong } = find('add', 'the last of several gradients of other off');
    const y = leaf(float(1, 1));
    const z = wrong(tools.make('float32', [3, 2], [0, 0, 0, 0, 0, 0]), y, {});
    expect(gradient(z, y, ops.ones_like!(z, {}))).toEqual([3, Math.fround(3.03)]);
  });

  test('of second derivatives leaves the first ones right', () => {
    const { wrong } = find('exp', 'gradient of input a constant when it is differentiated');
    const x = leaf(float(0));
    const y = wrong(x, {});
    const [g] = ops['autograd.grad']!([y], [x], { create_graph: true }) as [unknown];
    expect(values(g)).toEqual([1]);
    expect(tools.requiresGrad(g)).toBe(false);
  });

  test('of state begins with a later call', () => {
    const { wrong } = find('neg', 'wrong in the second call');
    expect([1, 2, 3].map(() => values(wrong(float(1), {})))).toEqual([[-1], [Math.fround(-1.01)], [-1]]);
  });

  test('of memory lets a later result overwrite an earlier one', () => {
    const { wrong } = find('neg', 'the memory of an earlier result used again');
    const first = wrong(float(1), {});
    wrong(float(2), {});
    expect(values(first)).toEqual([-2]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../load/package.ts';
import { pageOf } from '../pages/page-of.ts';
import { pages } from '../pages/pages.gen.ts';
import type { Call, Given } from './call.ts';
import { UNSQUARED } from './drafts.ts';
import { FLOATS_ONLY } from './dtypes.ts';
import { ladderOf, ladderText, rungsOf } from './files.ts';
import { NONE_OF_EQUALS } from './layouts.ts';
import { LEFT_OUT, laddered } from './left-out.ts';
import { given, numbersOf, ramp } from './numbers.ts';
import { own } from './own/index.ts';
import { ROUNDED } from './sizes.ts';

const folder = join(packageFolder(), 'fixtures/ladders');

test('every op has a ladder or a reason to have none, and no reason is idle', () => {
  const without = laddered().filter((page) => rungsOf(page).length === 0);
  expect(without.map(({ name }) => name)).toEqual([]);
  expect(Object.keys(LEFT_OUT).filter((op) => !(op in pages) || op in own)).toEqual([]);
  for (const table of [UNSQUARED, FLOATS_ONLY, ROUNDED, NONE_OF_EQUALS]) {
    expect(Object.keys(table).filter((op) => ladderOf(pageOf(op)!.page).second === undefined)).toEqual([]);
  }
});

test('ladders of their own have pages', () => {
  expect(Object.keys(own).filter((op) => pageOf(op) === undefined)).toEqual([]);
});

describe('the files are what the pages give', () => {
  test('one for each op', () => {
    expect(readdirSync(folder).sort()).toEqual(
      laddered()
        .map(({ name }) => `${name}.json`)
        .sort(),
    );
  });

  test.each(laddered().map((page) => [page.name, page] as const))('%s (or run npm run ladders)', (name, page) => {
    const text = readFileSync(join(folder, `${name}.json`), 'utf8');
    const file = JSON.parse(text);
    // Compared as truth: a difference of such texts is long to tell.
    expect(ladderText(page, file.source, file) === text).toBe(true);
    expect(text.includes('"?"')).toBe(false);
  });
});

test('ids are unique in each file', () => {
  for (const page of laddered()) {
    const ids = rungsOf(page).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

describe('numbers', () => {
  test('of several operands are apart, and none is zero', () => {
    const { page } = pageOf('mul')!;
    const [a, b] = ['input', 'other'].map((name, order) => numbersOf(page, name, order));
    expect(new Set([...a!, ...b!, 0]).size).toBe(15);
  });

  test('of what is compared are less, equal and greater', () => {
    const { page } = pageOf('lt')!;
    const [a, b] = ['input', 'other'].map((name, order) => numbersOf(page, name, order));
    expect(new Set(a!.map((x, k) => Math.sign(x - b![k]!)))).toEqual(new Set([-1, 0, 1]));
  });

  test('of a ramp are all unequal, the largest at the place that is said', () => {
    const { from } = ramp('x', [4097], 4096, 4095).made!;
    const sums = Array.from({ length: 4097 }, (_, k) =>
      from.reduce((sum, { repeats }) => sum + (repeats[k % repeats.length] as number), 0),
    );
    expect(new Set(sums).size).toBe(4097);
    expect([sums.indexOf(Math.max(...sums)), sums.indexOf(Math.min(...sums))]).toEqual([4096, 4095]);
  });
});

test('a mask that is viewed stays the mask that it is', () => {
  const { layouts } = ladderOf(pages.getitem!);
  const isMask = ({ tensor }: Given): boolean => tensor.dtype === 'bool';
  const all = layouts!.apart!.flatMap(({ calls }) => Object.values(calls));
  const call = all.find(({ beside = [] }: Call) => beside.some(isMask))!;
  expect(call.beside!.find(isMask)!.tensor.shape.length).toBeGreaterThan(0);
  expect(given(pages.where!, 'condition', [3]).tensor.dtype).toBe('bool');
});

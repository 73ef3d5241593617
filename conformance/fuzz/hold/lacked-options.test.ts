import { expect, test } from 'vitest';
import type { Program } from '../draw/program.ts';
import type { Compared } from './compare.ts';
import { LackedOptions } from './lacked-options.ts';

const program: Program = {
  inputs: { x: { dtype: 'float32', shape: [1], data: [1] } },
  ops: [{ op: 'sum', in: ['x'], with: { dtype: 'float64', keepdim: true }, out: 's' }],
  observe: ['s'],
};
const refused: Compared = {
  ...{ status: 'skipped', why: 'option sum.dtype, option sum.keepdim' },
  options: ['dtype', 'keepdim'].map((option) => ({ op: 'sum', option })),
};
const after = (...all: readonly Compared[]): readonly string[] => {
  const lacked = new LackedOptions();
  for (const compared of all) lacked.learn(program, compared);
  return [...lacked.all];
};

test('an option that was refused three times and never taken is lacked', () => {
  expect(after(refused, refused)).toEqual([]);
  expect(after(refused, refused, refused)).toEqual(['sum.dtype', 'sum.keepdim']);
});

test('one that a program got through with is not', () => {
  const agrees: Compared = { status: 'agrees', raised: false };
  expect(after(agrees, refused, refused, refused)).toEqual([]);
  expect(after(refused, refused, refused, agrees)).toEqual([]);
});

test('a program that raised may not have come to its options', () => {
  const raised: Compared = { status: 'agrees', raised: true };
  expect(after(raised, refused, refused, refused)).toEqual(['sum.dtype', 'sum.keepdim']);
});

test('other reasons are of no option', () => {
  const views: Compared = { status: 'skipped', why: 'feature views' };
  expect(after(views, views, views)).toEqual([]);
});

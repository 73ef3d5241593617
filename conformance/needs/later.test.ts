import { describe, expect, test } from 'vitest';
import type { Page } from '../pages/page.ts';
import { pages } from '../pages/pages.gen.ts';
import type { Literal, OpStep, TensorValue } from '../values/case.ts';
import { laterThan } from './later.ts';
import { sample } from './sample.ts';

const tensor = (dtype: TensorValue['dtype']): TensorValue => ({ dtype, shape: [1], data: [1] });
const inputs = { x: tensor('float32'), i: tensor('int64') };
const places = (since: Page['since'], step: Partial<OpStep>, version = '1.13.0a0'): readonly string[] => {
  const dated = { ...pages, sum: { ...pages.sum!, since: since! }, add: { ...pages.add!, since: since! } };
  const ops = [{ op: 'neg', in: ['i'], out: 'n' }, { no_grad: [{ op: 'sum', in: ['x'], ...step }] }];
  return laterThan(sample({ inputs, ops }), version, dated).map(({ place, release }) => `${place} ${release}`);
};
const options = (given: Record<string, Literal>): Partial<OpStep> => ({ with: given });

test('a case needs an op that came later, and its in-place form', () => {
  expect(places('2.0', {})).toEqual(['sum 2.0']);
  expect(places('2.0', {}, '2.0.1')).toEqual([]);
  expect(places('2.0', {}, '2.0')).toEqual([]);
  expect(places('2.10', {}, '2.9.1')).toEqual(['sum 2.10']);
  expect(places('2.0', { op: 'add_', in: ['x', 1] })).toEqual(['add 2.0']);
  expect(places('2.0', { op: 'neg' })).toEqual([]);
});

describe('a case needs what came later of', () => {
  test('an option, by any of its names', () => {
    expect(places({ dim: '2.0' }, options({ dim: 0 }))).toEqual(['sum: dim 2.0']);
    expect(places({ dim: '2.0' }, options({ axis: 0 }))).toEqual(['sum: dim 2.0']);
    expect(places({ dim: '2.0' }, options({ keepdim: true }))).toEqual([]);
  });

  test.each<[string, Literal]>([
    ['list', [0]],
    ['list', []],
    ['none', null],
    ['int', 0],
    ['bool', true],
    ['float', { float: 2 }],
    ['float', 0.5],
    ['text', 'float32'],
    ['float32', { ref: 'x' }],
    ['int64', { ref: 'n' }],
  ])('the form %s of an option', (form, value) => {
    expect(places({ dim: { [form]: '2.0' } }, options({ dim: value }))).toEqual([`sum: dim: ${form} 2.0`]);
    const others = ['list', 'none', 'int', 'bool', 'float', 'text', 'float32', 'int64'].filter((one) => one !== form);
    expect(places({ dim: Object.fromEntries(others.map((one) => [one, '2.0'])) }, options({ dim: value }))).toEqual([]);
  });

  test('the form of an operand, by the dtype that its tensor has', () => {
    expect(places({ input: { int64: '2.1' } }, { in: ['n'] })).toEqual(['sum: input: int64 2.1']);
    expect(places({ input: { int64: '2.1' } }, { in: ['x'] })).toEqual([]);
    expect(places({ input: '2.1' }, { in: [null] })).toEqual([]);
  });

  test('the gradient of an operand, of a case that goes back and an operand that may have one', () => {
    const since = { sum: { ...pages.sum!, since: { input: { gradient: '2.12' } } } };
    const needed = (...ops: readonly OpStep[]): readonly string[] =>
      laterThan(sample({ inputs, ops }), '2.6.0', { ...pages, ...since }).map(({ place }) => place);
    const back = { op: 'backward', in: ['s'] };
    expect(needed({ op: 'sum', in: ['x'], out: 's' }, back)).toEqual(['sum: input: gradient']);
    expect(needed({ op: 'sum', in: ['x'], out: 's' })).toEqual([]);
    expect(needed({ op: 'sum', in: ['i'], out: 's' }, back)).toEqual([]);
  });

  test('an option where another one is not given', () => {
    const since = { keepdim: { 'without dim': '2.0' } };
    expect(places(since, options({ keepdim: true }))).toEqual(['sum: keepdim: without dim 2.0']);
    expect(places(since, options({ keepdim: true, axis: 0 }))).toEqual([]);
    expect(places(since, options({}))).toEqual([]);
  });
});

test('the latest comes first, in words', () => {
  const dated = { ...pages, sum: { ...pages.sum!, since: { dim: { list: '2.0' }, keepdim: '2.4' } } };
  const ops = [{ op: 'sum', in: ['x'], with: { dim: [0], keepdim: true } }];
  expect(laterThan(sample({ inputs, ops }), '1.13.1', dated).map(({ text }) => text)).toEqual([
    'sum with keepdim, which came with PyTorch 2.4',
    'sum with a list as dim, which came with PyTorch 2.0',
  ]);
  expect(laterThan(sample({ inputs, ops }), '2.3.0', dated).map(({ release }) => release)).toEqual(['2.4']);
});

import { expect, expectTypeOf, test } from 'vitest';
import { Tensor, torch } from '../index.ts';
import * as functions from './functions.gen.ts';
import * as shared from './functions-and-methods.ts';
import * as methods from './methods.ts';

test('every listed op is a method, a function, or both, as its list says', () => {
  const hasMethod = (name: string): boolean => typeof Reflect.get(Tensor.prototype, name) === 'function';
  const isFunction = (name: string): boolean => Object.hasOwn(torch, name);
  expect(Object.keys({ ...shared, ...methods }).filter((name) => !hasMethod(name))).toEqual([]);
  expect(Object.keys({ ...shared, ...functions }).filter((name) => !isFunction(name))).toEqual([]);
  expect(Object.keys(methods).filter(isFunction)).toEqual([]);
});

test('a method is its function without the first parameter', () => {
  const x = torch.ones([2, 3]);
  expect(x.sum({ dim: 1 }).tolist()).toEqual(torch.sum(x, { dim: 1 }).tolist());
  expectTypeOf<Parameters<Tensor['transpose']>>().toEqualTypeOf<[dim0: number, dim1: number]>();
  expectTypeOf(x.reshape([6])).toEqualTypeOf<Tensor>();
});

test('two overloads stay two', () => {
  const x = torch.ones([2, 3]);
  expectTypeOf(x.max()).toEqualTypeOf<Tensor>();
  expectTypeOf(x.max({ dim: 1 }).indices).toEqualTypeOf<Tensor>();
  expect(x.max({ dim: 1 }).indices.shape).toEqual([2]);
});

test('as a function, an op takes a number beside a tensor, and nothing in place of one', () => {
  expect(torch.mul(2, torch.ones([2])).tolist()).toEqual([2, 2]);
  expect(torch.add(2, 3).item()).toBe(5n);
  expect(() => torch.exp('2' as never)).toThrow(expect.objectContaining({ kind: 'invalid_argument' }));
  expect(() => torch.exp(2 as never)).toThrow(expect.objectContaining({ kind: 'invalid_argument' }));
});

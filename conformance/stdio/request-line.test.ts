import { describe, expect, test } from 'vitest';
import type { Literal } from '../values/case.ts';
import { requestLine } from './request-line.ts';

const lineOf = (literal: Literal): string => {
  const step = { op: 'add', in: ['x', literal], with: { alpha: literal, dims: [literal] } };
  return requestLine(7, {
    id: 'a',
    inputs: {},
    ops: [{ no_grad: [step] }, { try: [step] }, { repeat: 2, ops: [step] }],
    observe: [],
  });
};

describe('a number keeps its kind for whoever reads the line', () => {
  test.each<[Literal, string]>([
    [3, '3'],
    [2.5, '2.5'],
    [9007199254740991, '9007199254740991'],
    [9007199254740992, '{"float":9007199254740992}'],
    [-1e20, '{"float":-100000000000000000000}'],
    [1e21, '{"float":1e+21}'],
    [{ float: 1e20 }, '{"float":100000000000000000000}'],
    [{ float: '1e20' }, '{"float":"1e20"}'],
    [{ int: '100000000000000000000' }, '{"int":"100000000000000000000"}'],
    [{ ref: 'x' }, '{"ref":"x"}'],
  ])('%j', (literal, text) => {
    const step = `{"op":"add","in":["x",${text}],"with":{"alpha":${text},"dims":[${text}]}}`;
    const ops = `[{"no_grad":[${step}]},{"try":[${step}]},{"repeat":2,"ops":[${step}]}]`;
    expect(lineOf(literal)).toBe(`{"id":7,"run":{"id":"a","inputs":{},"ops":${ops},"observe":[]}}`);
  });
});

import { describe, expect, test } from 'vitest';
import { callOf } from './call.ts';
import { pageOf } from './page-of.ts';

const styleOf = (op: string) => callOf(pageOf(op)!);

describe('how a call is written', () => {
  test.each([
    ['sum', 'method'],
    ['item', 'method'],
    ['step', 'method'],
    ['load_state_dict', 'method'],
    ['add_', 'method'],
    ['relu', 'function'],
    ['zeros_like', 'function'],
    ['dot', 'function'],
    ['cat', 'function'],
    ['nn.Linear', 'function'],
    ['T', 'attribute'],
    ['is_leaf', 'attribute'],
    ['add', 'operator'],
  ])('%s is a %s', (op, as) => expect(styleOf(op).as).toBe(as));

  test('required options stand by position unless the page says otherwise', () => {
    expect(styleOf('transpose').positional).toEqual(['dim0', 'dim1']);
    expect(styleOf('normal_').positional).toEqual(['mean', 'std']);
    expect(styleOf('optim.SGD').positional).toEqual([]);
    expect(styleOf('sum').positional).toEqual([]);
  });

  test('what Python names stands by position too', () => {
    expect(styleOf('softmax')).toMatchObject({ positional: ['dim'], keyword: ['dim'] });
  });
});

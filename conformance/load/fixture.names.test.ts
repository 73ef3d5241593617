import { describe, expect, test } from 'vitest';
import { faultsOf, faultsOfOps } from './sample.ts';

describe('names', () => {
  const sum = { op: 'sum', in: ['x'], out: 's' };
  test.each<[readonly unknown[], string[]]>([
    [[{ op: 'sum', in: ['y'] }], ['/ops/0/in/0: the name "y" is not bound (bound here: x)']],
    [[sum, sum], ['/ops/1/out: the name "s" is bound twice: first by sum; expected a new name']],
    [
      [{ op: 'sum', in: ['x'], out: 'x' }],
      ['/ops/0/out: the name "x" is bound twice: first by the inputs; expected a new name'],
    ],
    [
      [
        { repeat: 2, ops: [sum] },
        { repeat: 2, ops: [sum] },
      ],
      [],
    ],
    [[{ no_grad: [sum] }, sum], ['/ops/1/out: the name "s" is bound twice: first by sum; expected a new name']],
    [
      [{ try: [sum] }, { op: 'neg', in: ['s'] }],
      ['/ops/1/in/0: the name "s" is bound in a "try", which may end before; expected a name bound outside'],
    ],
    [[{ try: [sum, { op: 'neg', in: ['x'] }] }, { op: 'neg', in: ['x'] }], []],
    [[{ try: [sum] }, sum], ['/ops/1/out: the name "s" is bound twice: first by sum; expected a new name']],
    [
      [
        { op: 'record', in: ['x'], out: 'r' },
        { op: 'record', in: ['x'], out: 'r' },
      ],
      [],
    ],
    [[{ for: ['a', 'b'], of: 'x', ops: [{ op: 'add', in: ['a', 'b'], out: 'c' }] }], []],
    [[{ for: 'a', of: 'y', ops: [sum] }], ['/ops/0/of: the name "y" is not bound (bound here: x)']],
    [[{ op: 'sum', in: ['x.grad'] }], []],
    [[{ op: 'sum', in: ['x.0.weight.data'] }], []],
    [
      [{ op: 'sum', in: ['x.shape'] }],
      ['/ops/0/in/0: the path "x.shape" goes on with "shape"; expected an integer, grad, data, weight, bias'],
    ],
    [
      [{ op: 'zeros', with: { size: { ref: 'n' } } }],
      ['/ops/0/with/size/ref: the name "n" is not bound (bound here: x)'],
    ],
    [[{ op: 'cat', in: [['x', 'long_name']] }], ['/ops/0/in/0/1: the name "long_name" is not bound (bound here: x)']],
    [
      [{ op: 'getitem', in: ['x'], with: { index: [{ ref: 'ii' }] } }],
      ['/ops/0/with/index/0/ref: the name "ii" is not bound (bound here: x)'],
    ],
  ])('%j', (ops, lines) => expect(faultsOfOps(...ops)).toEqual(lines.map((line) => `sum.json: /cases/0${line}`)));

  test('nothing is bound without inputs', () => {
    expect(faultsOf({ inputs: {} })).toContain(
      'sum.json: /cases/0/ops/0/in/0: the name "x" is not bound (nothing is bound here)',
    );
  });
});

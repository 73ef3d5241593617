import { describe, expect, test } from 'vitest';
import type { Adapter } from '../../adapter/contract.ts';
import { type Fake, functional, tape } from '../fake/fake-library.ts';
import { elements, leaf, op, run, vector } from '../fake/sample.ts';

const square = [op('mul', ['x', 'x'], { out: 'y' }), op('sum', ['y'], { out: 's' })];
const inputs = { x: leaf(1, 2, 3) };

describe('a tape', () => {
  test('may read requires_grad itself', async () => {
    const adapter: Adapter<Fake> = {
      ...tape,
      ops: {
        ...tape.ops,
        zeros: ({ size, requires_grad }) => Object.assign(tape.ops.zeros!({ size }) as Fake, { leaf: requires_grad }),
      },
    };
    const ops = [
      op('zeros', [], { with: { size: [2], requires_grad: true }, out: 'a' }),
      op('sum', ['a'], { out: 's' }),
      op('backward', ['s']),
    ];
    expect(await elements(adapter, { ops, observe: ['a.grad'] })).toEqual([1, 1]);
  });
  test('has every option of backward read', async () => {
    const ops = [...square, op('backward', ['s'], { with: { retain_graph: true } })];
    expect(await run(tape, { inputs, ops })).toMatchObject({
      status: 'unsupported',
      what: 'option backward.retain_graph',
    });
  });
  test('has autograd.grad only if it lists it', async () => {
    const ops = [...square, op('autograd.grad', ['s', ['x']], { out: ['g'] })];
    expect(await run(tape, { inputs, ops })).toMatchObject({ what: 'op autograd.grad' });
    const listing: Adapter<Fake> = {
      ...tape,
      ops: { ...tape.ops, 'autograd.grad': (y, [x]) => [y as Fake, x!, null] },
    };
    const three = [...square, op('autograd.grad', ['s', ['x']], { out: ['a', 'b', 'c'] })];
    expect(await elements(listing, { inputs, ops: three, observe: ['a', 'c'] })).toEqual([[14], null]);
  });
  test('may list requires_grad_', async () => {
    let asked = 0;
    const adapter: Adapter<Fake> = {
      ...tape,
      ops: {
        ...tape.ops,
        requires_grad_: (t) => {
          asked++;
          return Object.assign(t, { leaf: true });
        },
      },
    };
    const ops = [op('requires_grad_', ['x']), op('sum', ['x'], { out: 's' }), op('backward', ['s'])];
    expect(await elements(adapter, { inputs: { x: vector(1, 2) }, ops, observe: ['x.grad'] })).toEqual([1, 1]);
    expect(asked).toBe(1);
  });
  test('whose tensors cannot be written to keeps its leaves', async () => {
    const adapter: Adapter<Fake> = { ...tape, mutation: 'none', ops: functional.ops };
    const ops = [
      { no_grad: [op('add_', ['x', 1])] },
      op('add_', ['x.data', 1]),
      ...square,
      op('backward', ['s']),
      op('backward', ['s']),
      op('zero_', ['x.grad']),
      op('backward', ['s']),
    ];
    expect(await elements(adapter, { inputs, ops, observe: ['x', 'x.grad'] })).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ]);
  });
});

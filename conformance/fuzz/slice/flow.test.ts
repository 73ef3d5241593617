import { describe, expect, test } from 'vitest';
import type { OpStep, Step, TensorValue } from '../../values/case.ts';
import { callsIn } from '../../values/steps.ts';
import type { Program } from '../draw/program.ts';
import { flowOf } from './flow.ts';
import { slice } from './slice.ts';

const leaf = (requires_grad = true): TensorValue => ({ dtype: 'float32', shape: [1], data: [1], requires_grad });
const step = (op: string, operands: OpStep['in'], out?: OpStep['out'], options?: OpStep['with']): OpStep => ({
  op,
  in: operands!,
  ...(options && { with: options }),
  ...(out !== undefined && { out }),
});
const programOf = (...ops: readonly Step[]): Program => ({
  inputs: { x: leaf(), p: leaf(), w: leaf() },
  ops,
  observe: ['x', 'p', 'w'],
});
/** The ops that a path is computed by, in the order of the program. */
const opsOf = (program: Program, path: string): readonly string[] => {
  const { calls } = flowOf(program).of(path);
  return callsIn(program.ops).flatMap(({ op }, i) => (calls.has(i) ? [op] : []));
};
const raising = (program: Program, call: number): readonly string[] => {
  const { calls } = flowOf(program).raising(call);
  return callsIn(program.ops).flatMap(({ op }, i) => (calls.has(i) ? [op] : []));
};
const namesOf = (program: Program, path: string): readonly string[] => [...flowOf(program).of(path).names].sort();

const unrelated = [step('prelu', ['p', 'w'], 'y'), step('exp', ['x'], 'e')];

describe('a value', () => {
  test('is computed from what stands before it, and nothing else', () => {
    const program = programOf(...unrelated, step('neg', ['e'], 'n'));
    expect(opsOf(program, 'n')).toEqual(['exp', 'neg']);
    expect(namesOf(program, 'n')).toEqual(['e', 'n', 'x']);
    expect(opsOf(program, 'y')).toEqual(['prelu']);
  });

  test('takes what an index and a mask take', () => {
    const index = { index: [{ ref: 'm' }] };
    const program = programOf(step('gt', ['p', 0], 'm'), step('getitem', ['x'], 'y', index));
    expect(opsOf(program, 'y')).toEqual(['gt', 'getitem']);
  });

  test('changes with the memory that it shares, from then on', () => {
    const program = programOf(
      step('neg', ['x'], 'before'),
      step('view', ['x'], 'v', { size: [1] }),
      step('copy_', ['v', 'p']),
      step('neg', ['x'], 'after'),
    );
    expect(opsOf(program, 'before')).toEqual(['neg']);
    expect(opsOf(program, 'after')).toEqual(['view', 'copy_', 'neg']);
    expect(opsOf(program, 'x')).toEqual(['view', 'copy_']);
    expect(namesOf(program, 'x')).toContain('p');
  });

  test('of a loop is computed from the round before', () => {
    const program = programOf({ repeat: 3, ops: [step('mul_', ['x', 'p']), step('neg', ['x'], 'p')] });
    expect(opsOf(program, 'x')).toEqual(['mul_', 'neg']);
  });

  test('that a module gives is computed from its parameters, and from the steps of their optimizer', () => {
    const program = programOf(
      step('nn.Linear', [], 'net', { in_features: 1, out_features: 1 }),
      step('parameters', ['net'], 'all'),
      step('optim.SGD', ['all'], 'sgd', { lr: 1 }),
      step('call', ['net', 'x'], 'y'),
      step('backward', ['y']),
      step('step', ['sgd']),
      step('call', ['net', 'p'], 'z'),
    );
    expect(opsOf(program, 'z')).toEqual(expect.arrayContaining(['nn.Linear', 'backward', 'step', 'call']));
    expect(opsOf(program, 'y')).not.toContain('step');
  });
});

describe('a gradient', () => {
  const joined = (join: string) =>
    programOf(...unrelated, step(join, ['y', 'e'], 't'), step('sum', ['t'], 's'), step('backward', ['s']));

  test('comes through what it goes back through', () => {
    const apart = programOf(...unrelated, step('backward', ['y']), step('backward', ['e']));
    expect(opsOf(apart, 'x.grad')).toEqual(['exp', 'backward']);
    expect(opsOf(apart, 'w.grad')).toEqual(['prelu', 'backward']);
  });

  test('is computed from the values of what is not linear alone', () => {
    expect(opsOf(joined('add'), 'x.grad')).toEqual(['exp', 'add', 'sum', 'backward']);
    expect(namesOf(joined('add'), 'x.grad')).toEqual(['e', 'x']);
    expect(opsOf(joined('mul'), 'x.grad')).toEqual(['prelu', 'exp', 'mul', 'sum', 'backward']);
  });

  test('takes the masks and places by which it goes back', () => {
    const mask = programOf(step('gt', ['p', 0], 'm'), step('where', ['m', 'x', 0], 'y'), step('backward', ['y']));
    expect(opsOf(mask, 'x.grad')).toEqual(['gt', 'where', 'backward']);
    const index = { index: [{ ref: 'm' }] };
    const places = programOf(step('gt', ['p', 0], 'm'), step('getitem', ['x'], 'y', index), step('backward', ['y']));
    expect(opsOf(places, 'x.grad')).toEqual(['gt', 'getitem', 'backward']);
  });

  test('takes the cotangent, and the gradient that was there', () => {
    const program = programOf(
      step('neg', ['p'], 'g'),
      step('exp', ['x'], 'e'),
      step('backward', ['e', 'g']),
      step('sqrt', ['x'], 'r'),
      step('backward', ['r']),
    );
    expect(opsOf(program, 'x.grad')).toEqual(['neg', 'exp', 'backward', 'sqrt', 'backward']);
    const zeroed = programOf(...program.ops.slice(0, 3), step('zero_', ['x.grad']));
    expect(opsOf(zeroed, 'x.grad')).toContain('zero_');
    expect(opsOf(zeroed, 'x')).toEqual([]);
  });

  test('does not go through detach, nor through what is not recorded', () => {
    const program = programOf(
      step('exp', ['x'], 'e'),
      step('detach', ['e'], 'd'),
      { no_grad: [step('sqrt', ['x'], 'r')] },
      step('add', ['d', 'x'], 'a'),
      step('add', ['a', 'r'], 's'),
      step('backward', ['s']),
    );
    expect(opsOf(program, 'x.grad')).toEqual(['add', 'add', 'backward']);
  });

  test('of a gradient is computed from all that the first one went through', () => {
    const first = { create_graph: true };
    const program = programOf(
      ...unrelated,
      step('mul', ['e', 'x'], 'f'),
      step('add', ['f', 'y'], 's'),
      step('autograd.grad', ['s', ['x']], ['g'], first),
      step('backward', ['g']),
    );
    expect(opsOf(program, 'g')).toEqual(['exp', 'mul', 'add', 'autograd.grad']);
    expect(opsOf(program, 'x.grad')).toEqual(['exp', 'mul', 'add', 'autograd.grad', 'backward']);
    expect(opsOf(program, 'p.grad')).toEqual(['prelu', 'add', 'autograd.grad']);
  });

  test('goes through what was written in place', () => {
    const program = programOf(
      step('neg', ['x'], 'y'),
      step('view', ['y'], 'v', { size: [1] }),
      step('mul_', ['v', 'w']),
      step('backward', ['y']),
    );
    for (const path of ['x.grad', 'w.grad']) expect(opsOf(program, path)).toEqual(['neg', 'view', 'mul_', 'backward']);
  });
});

describe('whether a call raises depends', () => {
  test('on what its operands are computed from', () => {
    expect(raising(programOf(...unrelated, step('neg', ['e'], 'n')), 2)).toEqual(['exp', 'neg']);
  });

  test('for a pass, on what was written to since, and on the passes before', () => {
    const program = programOf(
      ...unrelated,
      step('view', ['e'], 'v', { size: [1] }),
      step('mul_', ['v', 2]),
      step('backward', ['e']),
    );
    expect(raising(program, 4)).toEqual(['exp', 'view', 'mul_', 'backward']);
    const twice = programOf(step('exp', ['x'], 'e'), step('backward', ['e']), step('backward', ['e']));
    expect(raising(twice, 2)).toEqual(['exp', 'backward', 'backward']);
  });
});

test('a slice holds the calls and inputs that count, within their blocks', () => {
  const program: Program = {
    ...programOf({ no_grad: [step('neg', ['x'], 'n'), step('neg', ['p'], 'm')] }, step('exp', ['n'], 'e')),
    observe: ['x', 'p', 'm', 'e'],
  };
  expect(slice(program, flowOf(program).of('e'))).toEqual({
    inputs: { x: leaf() },
    ops: [{ no_grad: [step('neg', ['x'], 'n')] }, step('exp', ['n'], 'e')],
    observe: ['x', 'e'],
  });
});

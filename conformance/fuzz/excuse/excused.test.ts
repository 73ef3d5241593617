import { describe, expect, test } from 'vitest';
import type { OpStep } from '../../values/case.ts';
import type { Mismatch } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';
import type { Corner, Parting } from './corner.ts';
import { excused, type Scene } from './excused.ts';
import { leaf, witness } from './witness.ts';

const ops: readonly OpStep[] = [
  { op: 'prelu', in: ['p', 'w'], out: 'y' },
  { op: 'exp', in: ['x'], out: 'e' },
  { op: 'neg', in: ['y'], out: 'n' },
  { op: 'backward', in: ['n'] },
  { op: 'backward', in: ['e'] },
];
const program: Program = witness({ p: leaf([1]), w: leaf([1]), x: leaf([1]) }, ...ops);

const wrong = (name: string): Mismatch => ({ reason: 'wrong_value', name, message: 'differs' });
/** One that would excuse anything. */
const greedy = (of: Partial<Corner>): Corner =>
  ({ id: 'greedy', because: 'of nothing', witness: program, holds: () => true, ...of }) as Corner;
const scene = (more: Partial<Scene>): Scene => ({
  ...{ program, oracle: {}, actual: {}, all: [], parting: undefined, pytorch: {} },
  ...more,
});
const namesOf = (corner: Corner, more: Partial<Scene> = {}): readonly string[] =>
  excused(scene({ all: program.observe.map(wrong), ...more }), [corner]).waived.map(({ mismatch }) => mismatch.name);
const refused = { kind: undefined, limitation: undefined };
const parted = (at: number, more: Partial<Parting> = {}): Partial<Scene> => ({
  all: [{ reason: 'threw', name: 'error', message: 'raised' }],
  parting: { step: ops[at]!, oracle: undefined, actual: refused, ...more },
});

describe('a corner is asked only where a difference is computed from its op', () => {
  test('by its name', () => {
    expect(namesOf(greedy({ ops: ['prelu'] }))).toEqual(['y', 'n', 'p.grad', 'w.grad']);
    expect(namesOf(greedy({ ops: ['exp'] }))).toEqual(['e', 'x.grad']);
    expect(namesOf(greedy({ ops: ['relu'] }))).toEqual([]);
  });

  test('by a trait of its page', () => {
    expect(namesOf(greedy({ trait: 'linear' }))).toEqual(['n', 'p.grad', 'w.grad']);
  });

  test('and so where one side raises: at a step that is computed from it', () => {
    const at = (op: string): readonly boolean[] =>
      ops.map((_, i) => namesOf(greedy({ ops: [op] }), parted(i)).length > 0);
    expect(at('prelu')).toEqual([true, false, true, true, true]);
    expect(at('exp')).toEqual([false, true, false, false, true]);
  });

  test('and where what raises says why, at that step alone', () => {
    const seen: (readonly OpStep[])[] = [];
    const noting = greedy({ limitation: true, holds: (_, { own }) => seen.push(own) > 0 });
    expect(namesOf(noting, parted(1))).toEqual(['error']);
    expect(namesOf(noting)).toEqual([]);
    expect(seen).toEqual([[ops[1]]]);
  });
});

test('what a corner sees is nothing but what the difference is computed from', () => {
  const seen: unknown[] = [];
  const looking = greedy({
    ops: ['exp'],
    holds: (_, sight) =>
      seen.push([sight.program.ops, Object.keys(sight.oracle), sight.all.map(({ name }) => name)]) > 0,
  });
  const values = Object.fromEntries(program.observe.map((name) => [name, { kind: 'null' } as const]));
  namesOf(looking, { oracle: values });
  expect(seen).toEqual([
    [[ops[1]], ['x', 'e'], ['x', 'e']],
    [
      [ops[1], ops[4]],
      ['x', 'e', 'x.grad'],
      ['x', 'e', 'x.grad'],
    ],
  ]);
});

test('a corner of rounded numbers is none where nothing is rounded', () => {
  expect(namesOf(greedy({ ops: ['exp', 'neg'], rounds: true }))).toEqual(['e', 'n', 'p.grad', 'w.grad', 'x.grad']);
  const exact = { ...program, ops: ops.slice(1, 3).map((step) => (step.op === 'neg' ? { ...step, in: ['p'] } : step)) };
  expect(namesOf(greedy({ ops: ['exp', 'neg'], rounds: true }), { program: exact })).toEqual(['e']);
});

describe('a corner of PyTorch', () => {
  const own = greedy({ ops: ['exp'], pytorch: '<=1.13.1' });
  test.each([
    [{}, 0],
    [{ oracle: '1.13.1' }, 2],
    [{ actual: '1.13.0a0' }, 2],
    [{ oracle: '2.6.0', actual: '2.14.1' }, 0],
  ])('needs a side that is a PyTorch of its versions: %j', (pytorch, count) => {
    expect(namesOf(own, { pytorch })).toHaveLength(count);
  });

  test('is told which side that is', () => {
    const sides: unknown[] = [];
    const noting = {
      ...own,
      holds: (_: Mismatch, { pytorch }: { readonly pytorch: unknown }) => sides.push(pytorch) < 0,
    };
    namesOf(noting as Corner, { pytorch: { oracle: '1.13.1', actual: '1.12' }, all: [wrong('e')] });
    expect(sides).toEqual(['oracle', 'actual']);
  });
});

import { expect, test } from 'vitest';
import { caseOf, input, op } from '../judge/sample.ts';
import { aboutOf, usesOf } from './uses.ts';

const ways = (given: Parameters<typeof caseOf>[0]): string[] => usesOf(caseOf(given)).map(({ way }) => way);

test('a case uses each op once for every way, in blocks too', () => {
  expect(
    ways({
      ops: [
        op('sum', ['x'], 's', { dim: 0 }),
        { repeat: 2, ops: [op('add_', ['x', 1])] },
        { for: 'r', of: 'x', ops: [op('sum', ['r'])] },
      ],
    }),
  ).toEqual(['sum', 'sum dim', 'add']);
});

test('a module is used with the op that its call amounts to', () => {
  expect(ways({ ops: [op('nn.Linear', [], 'net', { in_features: 2 })] })).toEqual([
    ...['nn.Linear', 'nn.Linear in_features', 'linear', 'linear in_features'],
  ]);
});

test('what is recorded is another way, whether or not it is derived', () => {
  const recorded = { x: { ...input('float32', [], 1), requires_grad: true } };
  expect(ways({ inputs: recorded, ops: [op('exp', ['x'], 'y')] })).toEqual(['exp', "exp'"]);
  expect(ways({ ops: [op('ones', [], 'x', { size: [2], requires_grad: true })] })).toContain("ones'");
  expect(ways({ ops: [op('exp', ['x'], 'y'), op('backward', ['y'])] })).toContain("exp'");
  expect(ways({ ops: [op('exp', ['x'], 'y')] })).toEqual(['exp']);
});

test('printing, mixed dtypes and no_grad are used as ops are', () => {
  expect(ways({ names: { x: { prints: 'tensor(1)' } } })).toEqual(['printing']);
  expect(ways({ inputs: { x: input('int64', [], 1), y: input('float32', [], 1) } })).toEqual(['dtypes']);
  expect(ways({ ops: [{ repeat: 2, ops: [{ no_grad: [op('exp', ['x'])] }] }] })).toEqual(['exp', 'autograd']);
});

test('an op that the spec does not know is used under its own name', () => {
  expect(ways({ ops: [op('novel', ['x'])] })).toEqual(['novel']);
});

test('a case is about the op of its file, else about what it cites first, else about its topic', () => {
  const about = (id: string, ...rules: string[]) => aboutOf(caseOf({ id, rules }));
  expect(about('ops/sum/a', 'reductions.C1')).toBe('sum');
  expect(about('ops/optim.SGD/a')).toBe('optim.SGD');
  expect(about('ops/loss-objects/a', 'nn.MSELoss.C2')).toBe('nn.MSELoss');
  expect(about('note/sum/a', 'exp.C1', 'sum.C1')).toBe('exp');
  expect(about('programs/dtypes/a', 'dtypes.C7')).toBe('dtypes');
  expect(about('mine/topic/a')).toBe('topic');
  expect(about('bare')).toBe('bare');
});

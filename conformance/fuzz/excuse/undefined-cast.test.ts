import { expect, test } from 'vitest';
import reference from '../../adapters/reference/index.ts';
import { wrongOp } from '../../faults/laws/fault.ts';
import { inProcess } from '../../run/in-process.ts';
import type { OpStep } from '../../values/case.ts';
import type { Mismatch, Reason } from '../../values/verdict.ts';
import type { Program } from '../draw/program.ts';
import { compare } from '../hold/compare.ts';
import { excused } from './excused.ts';
import { undefinedCasts } from './undefined-cast.ts';

const ops: readonly OpStep[] = [
  { op: 'copy_', in: ['written', 'floats'] },
  { op: 'neg', in: ['written'], out: 'negated' },
  { op: 'to', in: ['floats'], with: { dtype: 'int32' }, out: 'cast' },
  { op: 'neg', in: ['floats'], out: 'kept' },
];
const programOf = (value: number): Program => ({
  inputs: {
    floats: { dtype: 'float32', shape: [1], data: [value] },
    written: { dtype: 'int32', shape: [1], data: [0] },
  },
  ops,
  observe: ['floats', 'written', 'negated', 'cast', 'kept'],
});
const lies = (value: number, mismatch: Mismatch, step?: OpStep): string | undefined => {
  const parting = step && { step, oracle: undefined, actual: { kind: undefined, limitation: undefined } };
  const scene = { program: programOf(value), oracle: {}, actual: {}, all: [mismatch], parting, pytorch: {} };
  return excused(scene, undefinedCasts).waived[0]?.corner.id;
};

test('what no integer is defined for taints what it is copied or cast to, and what is computed of that', () => {
  const taken = (value: number): readonly boolean[] =>
    ['written', 'negated', 'cast', 'kept'].map(
      (name) => lies(value, { reason: 'wrong_value', name, message: '' }) === 'undefined-integer',
    );
  expect(taken(2 ** 31)).toEqual([true, true, true, false]);
  expect(taken(2.5)).toEqual([false, false, false, false]);
  expect(lies(2 ** 31, { reason: 'wrong_dtype', name: 'cast', message: '' })).toBeUndefined();
});

test('a library may refuse to make an integer where none is defined, and nowhere else', () => {
  const refused = (value: number, at: number, reason: Reason = 'threw'): boolean =>
    lies(value, { reason, name: 'error', message: '' }, ops[at]) === 'undefined-integer-refused';
  expect([0, 1, 2, 3].map((at) => refused(2 ** 31, at))).toEqual([true, false, true, false]);
  expect([0, 1, 2, 3].map((at) => refused(2.5, at))).toEqual([false, false, false, false]);
  expect(refused(2 ** 31, 2, 'wrong_error')).toBe(false);
});

test('what raises at such a cast is no difference in a whole program', async () => {
  const against = await inProcess(reference);
  const strict = wrongOp('to', (right, { values }) => (x, o) => {
    const cast = right(x, o);
    if (values(x).some((value) => !Number.isFinite(Number(value)))) throw new Error('not finite');
    return cast;
  });
  const tested = await inProcess(strict());
  const cast = (value: number | string, dtype: string) =>
    compare(
      {
        inputs: { x: { dtype: 'float32', shape: [1], data: [value] } },
        ops: [{ op: 'to', in: ['x'], with: { dtype }, out: 'y' }],
        observe: ['y'],
      },
      { tested, against },
    );
  expect(await cast('NaN', 'int32')).toMatchObject({ status: 'skipped', corner: 'undefined-integer-refused' });
  expect(await cast('NaN', 'float64')).toMatchObject({ status: 'differs' });
  expect(await cast(1.5, 'int32')).toMatchObject({ status: 'agrees' });
});

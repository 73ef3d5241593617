import { describe, expect, test } from 'vitest';
import type { Expectation } from '../values/case.ts';
import type { Host, Observation } from '../values/observation.ts';
import type { Verdict } from '../values/verdict.ts';
import { uniforms } from './distribution/sample.ts';
import { hostText } from './host.ts';
import { judge } from './judge.ts';
import { caseOf, op, seen } from './sample.ts';

const of = (expected: Expectation, x: Observation): Verdict =>
  judge(caseOf({ names: { x: expected } }), { status: 'result', values: { x } });
const host = (value: Host): Observation => ({ kind: 'host', value });
const holds = (expected: Expectation, x: Observation): string => {
  const { verdict, reason } = of(expected, x);
  return reason ?? verdict;
};

describe('host values', () => {
  const rows: [Expectation['value'], Host, string][] = [
    [2, 2, 'pass'],
    [2, 2n, 'pass'],
    [2, { float: 2 }, 'wrong_dtype'],
    [2, 3, 'wrong_value'],
    [2, 2.5, 'wrong_value'],
    [2, true, 'wrong_dtype'],
    [0, -0, 'pass'],
    [{ float: 2 }, 2, 'pass'],
    [{ float: 2 }, { float: 2 }, 'pass'],
    [{ float: 2 }, 2n, 'wrong_dtype'],
    [{ float: '-0' }, -0, 'pass'],
    [{ float: '-0' }, 0, 'wrong_value'],
    [{ float: 'NaN' }, Number.NaN, 'pass'],
    [{ float: 'Infinity' }, -Infinity, 'wrong_value'],
    [0.5, 0.5, 'pass'],
    [0.5, { float: 0.5 }, 'pass'],
    [0.5, 'half', 'wrong_dtype'],
    [{ int: '9007199254740993' }, 9007199254740993n, 'pass'],
    [{ int: '9007199254740993' }, 9007199254740992, 'wrong_value'],
    [true, true, 'pass'],
    [true, 1, 'wrong_value'],
    ['float32', 'float32', 'pass'],
    ['float32', 'torch.float32', 'wrong_value'],
    [null, null, 'pass'],
    [[2, 3], [2, 3n], 'pass'],
    [[2, 3], [3, 2], 'wrong_value'],
    [[2, 3], [2, 3, 1], 'wrong_value'],
    [[[0.5], [1.5]], [[0.5], [1.5]], 'pass'],
    [[], [], 'pass'],
    [[2], 2, 'wrong_value'],
  ];
  test.each(rows.map((row) => [hostText(row[0]!), hostText(row[1]), ...row] as const))('%s beside %s', (...row) => {
    const [, , value, got, verdict] = row;
    expect(holds({ value: value! }, host(got))).toBe(verdict);
  });

  test('a list says how many of its entries differ and where', () => {
    const [mismatch] = of({ value: [1, 2, 3] }, host([1, 5, 6])).mismatches!;
    expect(mismatch).toMatchObject({
      message: '2 of 3 entries differ; the first is 5, not 2',
      count: { wrong: 2, of: 3 },
    });
    expect(mismatch!.differences!.map((d) => d.index)).toEqual([[1], [2]]);
  });

  test('a float has the tolerance of the dtype it was made from, or the stated one', () => {
    const c = caseOf({ ops: [op('sum', ['x'], 's'), op('item', ['s'], 'i')], names: { i: { value: { float: 3 } } } });
    const verdict = (i: number) => judge(c, { status: 'result', values: { i: host(i) } });
    expect(verdict(3.000001).verdict).toBe('pass');
    expect(verdict(3.1)).toMatchObject({ verdict: 'fail', message: 'i is 3.1, not 3.0' });
    expect(verdict(3.1).mismatches![0]!.differences![0]).toMatchObject({ expected: 3, got: 3.1 });
    expect(of({ value: 0.5, tolerance: { rtol: 0.5, atol: 0 } }, host(0.6)).verdict).toBe('pass');
    expect(of({ value: 0.5 }, host(0.5000000001)).verdict).toBe('fail');
  });

  test('another kind of thing is no host value', () => {
    expect(of({ value: 2 }, seen('int64', [], 2n)).message).toBe('x is a tensor of int64 [], not a host value');
    expect(of({ value: 2 }, { kind: 'null' }).verdict).toBe('fail');
    expect(holds({ value: 2 }, { ...seen('int64', [], 2n), host: true } as Observation)).toBe('pass');
    expect(holds({ value: [2, 3] }, { kind: 'sequence', each: [host(2), host(3)] })).toBe('pass');
    expect(holds({ value: [2] }, { kind: 'sequence', each: [seen('int64', [], 2n)] })).toBe('wrong_value');
  });
});

describe('sequences and nothing', () => {
  const each = [{ dtype: 'float32', shape: [1], data: [1] }, { value: 2 }] as const;

  test('each part holds, in order', () => {
    const parts = [seen('float32', [1], 1), host(2)];
    expect(holds({ each }, { kind: 'sequence', each: parts })).toBe('pass');
    expect(of({ each }, { kind: 'sequence', each: [parts[0]!, host(3)] }).message).toBe('x[1] is 3, not 2');
    expect(of({ each }, { kind: 'sequence', each: [parts[0]!] }).message).toBe(
      'x is a sequence of 1, not a sequence of 2',
    );
    expect(holds({ each }, seen('float32', [1], 1))).toBe('wrong_value');
    expect(holds({ each: [{ value: 1 }, { value: 2 }] }, host([1, 2]))).toBe('pass');
  });

  test('null is the absence of a gradient', () => {
    expect(holds({ null: true }, { kind: 'null' })).toBe('pass');
    expect(holds({ null: true }, host(null))).toBe('pass');
    expect(of({ null: true }, seen('float32', [1], 0)).message).toBe('x is a tensor of float32 [1], not nothing');
    expect(of({ dtype: 'float32', shape: [1], data: [0] }, { kind: 'null' }).message).toBe(
      'x is nothing, not a tensor',
    );
    expect(of({ dtype: 'float32', shape: [], data: 0 }, host('0')).message).toBe(
      'x is the host value "0", not a tensor',
    );
  });

  test('either of several holds by name, and the closest one is reported', () => {
    const either = [{ null: true }, { dtype: 'float32', shape: [1], data: [0] }] as const;
    expect(holds({ either }, { kind: 'null' })).toBe('pass');
    expect(holds({ either }, seen('float32', [1], 0))).toBe('pass');
    expect(holds({ either }, seen('float32', [1], 1))).toBe('wrong_value');
  });
});

describe('prints', () => {
  const tensor = { dtype: 'float32', shape: [1], data: [1], prints: 'tensor([1.])' } as const;
  const printed = (prints: string): Observation => ({ ...seen('float32', [1], 1), prints }) as Observation;

  test('the text is compared as it is', () => {
    expect(holds(tensor, printed('tensor([1.])'))).toBe('pass');
    const { mismatches, reason } = of(tensor, printed('tensor([1])'));
    expect(reason).toBe('wrong_value');
    expect(mismatches![0]).toMatchObject({ expected: 'tensor([1.])', got: 'tensor([1])' });
  });

  test('a library that does not print is judged by the rest, and one that only prints is unsupported', () => {
    expect(of(tensor, seen('float32', [1], 1))).toMatchObject({
      verdict: 'pass',
      notes: ['x: its printed form was not judged'],
    });
    expect(of({ prints: 'tensor([1.])' }, seen('float32', [1], 1))).toMatchObject({
      verdict: 'unsupported',
      message: 'print',
    });
    expect(of({ prints: 'None' }, { kind: 'null' })).toMatchObject({ verdict: 'unsupported' });
  });
});

describe('ranges and distributions', () => {
  const range = { shape: [3], dtype: 'float32', above: 0, below: 1 } as const;

  test('every element lies strictly within', () => {
    expect(holds(range, seen('float32', [3], 0.1, 0.5, 0.9))).toBe('pass');
    const { message, mismatches } = of(range, seen('float32', [3], 0, 1, Number.NaN));
    expect(message).toBe('x 3 of 3 elements are not > 0 and < 1');
    expect(mismatches![0]!.differences!.map((d) => [d.expected, d.got])).toEqual([
      ['> 0', 0],
      ['< 1', 1],
      ['> 0', 'NaN'],
    ]);
    expect(holds({ below: 1 }, seen('float32', [], 1))).toBe('wrong_value');
    expect(holds({ above: 1 }, seen('float32', [], 2))).toBe('pass');
    expect(holds({ below: 1 }, seen('float32', [], Infinity))).toBe('wrong_value');
  });

  const n = 4000;
  const uniform = uniforms(1, n);
  const expected: Expectation = { shape: [n], dtype: 'float32', distribution: { uniform: { low: 0, high: 1 } } };

  test('a sample of the distribution passes, and any other fails', () => {
    expect(holds(expected, seen('float32', [n], ...uniform))).toBe('pass');
    const squared = of(expected, seen('float32', [n], ...uniform.map((u) => u * u)));
    expect(squared.message).toMatch(/^x is not distributed as uniform\(0, 1\): .*, by chance once in 10\^\d+$/);
    expect(holds(expected, seen('float32', [n], ...uniform.map((u) => u * 0.9)))).toBe('wrong_value');
    expect(
      holds({ ...expected, distribution: { normal: { mean: 0, std: 1 } } }, seen('float32', [n], ...uniform)),
    ).toBe('wrong_value');
  });

  test('too few values and NaN settle nothing', () => {
    const few = { shape: [999], dtype: 'float32', distribution: expected.distribution! } as const;
    expect(of(few, seen('float32', [999], ...uniform.slice(0, 999))).message).toMatch(/has 999 elements/);
    const nan = [...uniform.slice(1), Number.NaN];
    expect(of(expected, seen('float32', [n], ...nan)).message).toBe(`x 1 of ${n} elements are NaN`);
  });
});

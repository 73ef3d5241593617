import { describe, expect, test } from 'vitest';
import { loadSuite } from '../load/suite.ts';
import type { Case, Expectation, Literal } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { decode, flatten } from '../values/element.ts';
import type { Host, Observation, Outcome } from '../values/observation.ts';
import { alternatives } from './alternatives.ts';
import { judge } from './judge.ts';

type Tensor = Extract<Observation, { kind: 'tensor' }>;
type Damage = (tensor: Tensor) => Tensor | undefined;

const hostOf = (value: Literal): Host => {
  if (Array.isArray(value)) return value.map(hostOf);
  if (value === null || typeof value !== 'object') return value as Host;
  return 'int' in value
    ? BigInt(value.int as string)
    : 'float' in value
      ? { float: Number(value.float) }
      : (value as Host);
};

/** What an expectation asks for, to the letter; undefined where it names no one value. */
const asExpected = (expectation: Expectation): Observation | undefined => {
  const { dtype, shape, data, value, each, either, prints } = expectation;
  const printed = prints === undefined ? {} : { prints };
  if (either !== undefined) return asExpected(either[0]!);
  if (expectation.null) return { kind: 'null' };
  if (value !== undefined) {
    return { kind: 'host', value: hostOf(value), ...printed };
  }
  if (each !== undefined) {
    const parts = each.map(asExpected);
    return parts.includes(undefined) ? undefined : { kind: 'sequence', each: parts as Observation[], ...printed };
  }
  if (data === undefined || dtype === undefined || shape === undefined) return undefined;
  return { kind: 'tensor', dtype, shape, data: flatten(data).map((element) => decode(element, dtype)), ...printed };
};

/** The outcome of a library that is always right, with one of its tensors damaged. */
const outcomeOf = (c: Case, damaged?: string, damage?: Damage): Outcome | undefined => {
  const { names, error } = alternatives(c.expected)[0]!;
  const values: Record<string, Observation> = {};
  for (const [name, expectation] of Object.entries(names)) {
    let seen = asExpected(expectation);
    if (name === damaged) seen = seen?.kind === 'tensor' ? damage!(seen) : undefined;
    if (seen === undefined) return undefined;
    values[name] = seen;
  }
  if (error === undefined) return { status: 'result', values };
  return { status: 'threw', op: [error.op].flat(), kind: error.kind, message: 'refused', values };
};

const { cases } = loadSuite();
const sole = cases.filter((c) => c.expected.either === undefined && c.conventions.length === 0);

/** The names of a case that are damaged in turn: of one that is derived the last, for it has many that are alike. */
const damagedIn = ({ id, expected }: Case): readonly [string, Expectation][] =>
  Object.entries(expected.names).slice(/^(ladders|special)\//.test(id) ? -1 : 0);

test('the expected outcome of every case passes at every tier', () => {
  const missed = cases.flatMap((c) => {
    const outcome = outcomeOf(c);
    if (outcome === undefined) return [];
    return (['strict', 'standard', 'relaxed'] as const)
      .map((tier) => judge(c, outcome, { tier, errors: 'exact' }))
      .filter((verdict) => verdict.verdict !== 'pass' && verdict.message !== 'print');
  });
  expect(missed).toEqual([]);
});

// What takes several roundings may be off by 4 ulp, which of a bfloat16 are up to 3.1 %.
const scaled: Damage = (tensor) => {
  const by = tensor.dtype === 'bfloat16' ? 1.04 : 1.01;
  const data = Array.from(tensor.data, (v) =>
    typeof v === 'number' && Number.isFinite(v) ? (decode(v * by, tensor.dtype) as number) : v,
  );
  return isFloat(tensor.dtype) && data.some((v, i) => !Object.is(v, tensor.data[i])) ? { ...tensor, data } : undefined;
};
const offByOne: Damage = (tensor) => {
  const data = Array.from(tensor.data);
  const [last] = data.slice(-1);
  if (typeof last !== 'bigint') return undefined;
  return { ...tensor, data: [...data.slice(0, -1), last + 1n] };
};
const flipped: Damage = (tensor) => {
  const data = Array.from(tensor.data);
  if (typeof data[0] !== 'boolean') return undefined;
  return { ...tensor, data: [!data[0], ...data.slice(1)] };
};
const lastIsNaN: Damage = (tensor) => {
  const data = Array.from(tensor.data);
  const last = data.at(-1);
  if (typeof last !== 'number' || Number.isNaN(last)) return undefined;
  return { ...tensor, data: [...data.slice(0, -1), Number.NaN] };
};

describe.each<[string, string, Damage]>([
  ['off by 1 %, or by 4 % in bfloat16', 'wrong_value', scaled],
  ['whose last integer is off by one', 'wrong_value', offByOne],
  ['whose first bool is flipped', 'wrong_value', flipped],
  ['whose last float is NaN', 'wrong_value', lastIsNaN],
  ['with one more axis', 'wrong_shape', (tensor) => ({ ...tensor, shape: [...tensor.shape, 1] })],
  [
    'without its first axis of size 1',
    'wrong_shape',
    (t) => (t.shape[0] === 1 ? { ...t, shape: t.shape.slice(1) } : undefined),
  ],
  ['of the next dtype', 'wrong_dtype', (t) => ({ ...t, dtype: t.dtype === 'float32' ? 'float64' : 'float32' })],
])('a tensor %s', (_what, reason, damage) => {
  test('is rejected by every case that expects one', () => {
    let tried = 0;
    const missed = sole.flatMap((c) =>
      damagedIn(c).flatMap(([name, { either }]) => {
        const outcome = either === undefined ? outcomeOf(c, name, damage) : undefined;
        if (outcome === undefined) return [];
        tried++;
        const verdict = judge(c, outcome);
        return verdict.verdict === 'fail' && verdict.reason === reason ? [] : [`${c.id} ${name}: ${verdict.verdict}`];
      }),
    );
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(20);
  });
});

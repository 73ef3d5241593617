import { type Accuracy, accepts, allowance, boundFor, largest, scaledTo } from '../compare/bound.ts';
import { ulps } from '../compare/ulp.ts';
import type { Dtype, Element, Literal, Tolerance } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { encode } from '../values/element.ts';
import { kindOf } from '../values/literal.ts';
import type { Host } from '../values/observation.ts';
import { round } from '../values/round.ts';
import type { Difference, Mismatch, Reason } from '../values/verdict.ts';
import { accuracyOf } from './accuracy.ts';
import type { Context } from './finding.ts';

type Leaf = { readonly reason: Reason; readonly message: string; readonly difference: Difference };

/** A host value as a reader writes it: `2.0` is a float, text is quoted. */
export const hostText = (value: Host | Literal): string => {
  if (Array.isArray(value)) return `[${value.map(hostText).join(', ')}]`;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('int' in value) return String(value.int);
  if (!('float' in value)) return JSON.stringify(value);
  const number = Number(value.float);
  return Number.isInteger(number) ? `${Object.is(number, -0) ? '-0' : number}.0` : String(number);
};

const describe = (value: Host | Literal): string => hostText(value).replace(/^"|"$/g, '');
const unmeasured = { abs: null, rel: null, ulp: null, allowed: null } as const;

/** Floats of the host are float64; the tolerance is that of the dtype from which the library made them. */
const judgeFloat = (
  x: number,
  y: number,
  stated: Tolerance | undefined,
  context: Context,
): Omit<Difference, 'index'> | null => {
  const { tier, substituted } = context;
  const cell = context.cell();
  const dtype = cell.dtype !== undefined && isFloat(cell.dtype) ? cell.dtype : 'float64';
  const accuracy: Accuracy = stated === undefined ? accuracyOf(cell, dtype) : { stated };
  const bound = scaledTo(boundFor(accuracy, dtype, tier), largest([x]));
  const scale = bound.any.includes('exact') && substituted[dtype] === undefined ? 'float64' : dtype;
  if (accepts(bound, round(x, scale), round(y, scale), scale)) return null;
  const abs = Math.abs(x - y);
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    expected: encode(x, 'float64'),
    got: encode(y, 'float64'),
    abs: finite(abs),
    rel: finite(abs / Math.abs(x)),
    ulp: ulps(x, y, scale),
    allowed: allowance(bound, x, scale),
  };
};

/** Whether it is the name of the dtype that stands in for the expected one. */
const isSubstitute = (expected: Literal, got: Host, { substituted }: Context): boolean =>
  typeof expected === 'string' && got !== undefined && substituted[expected as Dtype] === got;

const judgeLeaf = (
  index: readonly number[],
  expected: Literal,
  got: Host,
  tolerance: Tolerance | undefined,
  context: Context,
): Leaf | null => {
  const other = (reason: Reason, message: string): Leaf => ({
    reason,
    message,
    difference: { index, expected: describe(expected), got: describe(got), ...unmeasured },
  });
  const kind = kindOf(expected);
  if (kind !== 'int' && kind !== 'float') {
    if (expected === got || isSubstitute(expected, got, context)) return null;
    return other('wrong_value', `is ${hostText(got)}, not ${hostText(expected)}`);
  }
  const certain = typeof got === 'bigint' ? 'int' : typeof got === 'number' ? kind : kindOf(got as Literal);
  if (certain !== kind)
    return other('wrong_dtype', `is ${hostText(got)}, where the ${kind} ${hostText(expected)} is due`);
  const seen = typeof got === 'object' && got !== null && 'float' in got ? got.float : (got as number | bigint);
  if (kind === 'float') {
    const value = typeof expected === 'number' ? expected : Number((expected as { float: number }).float);
    const difference = judgeFloat(value, Number(seen), tolerance, context);
    return (
      difference && {
        reason: 'wrong_value',
        message: `is ${hostText(got)}, not ${hostText(expected)}`,
        difference: { index, ...difference },
      }
    );
  }
  const value = BigInt(typeof expected === 'number' ? expected : (expected as { int: string }).int);
  const same = (typeof seen === 'bigint' || Number.isInteger(seen)) && BigInt(seen) === value;
  return same ? null : other('wrong_value', `is ${hostText(got)}, not ${hostText(expected)}`);
};

const entry = (element: Element): string => String(element);

/** Compares a host value, lists element by element; the first of several mismatches speaks, with the differences of all. */
export const judgeHost = (
  name: string,
  expected: Literal,
  got: Host,
  tolerance: Tolerance | undefined,
  context: Context,
): Mismatch[] => {
  const leaves: Leaf[] = [];
  let of = 0;
  let lengths: Mismatch | undefined;
  const walk = (want: Literal, have: Host, index: readonly number[]): void => {
    if (Array.isArray(want) && Array.isArray(have)) {
      if (want.length !== have.length) {
        const message = `has ${have.length} entries, not ${want.length}`;
        lengths ??= {
          reason: 'wrong_value',
          name,
          message,
          expected: hostText(want as Literal),
          got: hostText(have as Host),
        };
        return;
      }
      for (const [i, item] of want.entries()) walk(item as Literal, have[i] as Host, [...index, i]);
      return;
    }
    of++;
    const leaf = judgeLeaf(index, want, have, tolerance, context);
    if (leaf !== null) leaves.push(leaf);
  };
  walk(expected, got, []);
  if (lengths !== undefined) return [lengths];
  const [first] = leaves;
  if (first === undefined) return [];
  if (of === 1) {
    const measured =
      first.difference.abs === null ? {} : { differences: [first.difference], count: { wrong: 1, of: 1 } };
    const { reason, message, difference } = first;
    return [{ reason, name, message, expected: entry(difference.expected), got: entry(difference.got), ...measured }];
  }
  const differences = leaves.slice(0, 8).map((leaf) => leaf.difference);
  const message = `${leaves.length} of ${of} entries differ; the first ${first.message}`;
  return [{ reason: first.reason, name, message, differences, count: { wrong: leaves.length, of } }];
};

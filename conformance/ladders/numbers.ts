/** The numbers of a ladder's tensors: few, apart from each other, and exact in every floating dtype. */
import { comparison } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import type { Dtype, Element } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import type { Given, Shape, Tensor } from './call.ts';

/** A prime: no power of two, so no width of a vector and no edge of a tile, falls into step with it. */
export const PERIOD = 7;

/** Places between the ends of a domain, for each operand in its own order. */
const ORDERS: readonly (readonly number[])[] = [
  [5, 2, 6, 3, 1, 4, 0],
  [1, 6, 0, 4, 2, 5, 3],
  [3, 0, 5, 1, 6, 2, 4],
  [6, 4, 1, 0, 3, 5, 2],
];
const STEP = 1 / 8;

/** Without 0, and within what powers and exponentials of them keep together: 1 % of the least is seen beside the largest. */
const MODEST = { low: -1.5, high: 2 };
/** The same where the domain is all positive. */
const LEAST = 0.5;

/** None of them lies near their mean, where a variance has no gradient. */
const APART = [1.5, -0.5, 2, 1, -1, 1.25, -1.5];

/** Of each kind that an op may ask for, some and not all. */
const UNLIKE = [Infinity, NaN, 1.5, -Infinity, NaN, Infinity, -Infinity];

/** Turned by two, each of them meets either. */
const TRUE_OR_NOT = [-0, 1.5, -0.5, -0, 2, -0, 0.25];

/** Numbers that what an op does to all of them asks for. */
const OWN: Readonly<Record<string, readonly number[]>> = {
  // Its slope at −0.75 is all but 0.
  gelu: [1.25, -0.25, 1.75, 0.25, -0.5, 0.75, -1.25],
  // Nearer to 0 it is a difference of which 8 bits tell little.
  tanhshrink: [2.5, -1.75, 3, -2, 1.5, 4, -3],
  // They add up to 0, so that running sums repeat.
  cumsum: [1.25, -0.75, 0.5, -1.5, 0.75, -1.25, 1],
  // Their product is 1.
  prod: [2, 0.5, -0.5, 2, -1, -2, -0.5],
  // Their product is 1, and running products by the numbers that come back add up to 0.
  cumprod: [2, -0.5, -1, -2, -0.5, 0.5, 2],
  var: APART,
  std: APART,
  isnan: UNLIKE,
  isinf: UNLIKE,
  isfinite: UNLIKE,
  isposinf: UNLIKE,
  isneginf: UNLIKE,
  logical_not: TRUE_OR_NOT,
  logical_and: TRUE_OR_NOT,
  logical_or: TRUE_OR_NOT,
  logical_xor: TRUE_OR_NOT,
  var_mean: APART,
  std_mean: APART,
  // Few zeros, few others, and as many of each.
  all: [1.5, -2, 1, 0, 0.25, 2, -1],
  any: [0, 0, 0, -1.5, 0, 0, 0],
  count_nonzero: [1.5, 0, -2, 0, 0, 1, 0.25],
  nonzero: [1.5, 0, -2, 0, 0, 1, 0.25],
};

/** Numbers of the domain of an operand; the `order`-th operand's differ from those of the others, but where they are compared. */
export function numbersOf(page: Page, operand: string, order: number): readonly number[] {
  const own = OWN[page.name];
  if (own !== undefined) return order === 0 ? own : [...own.slice(2 * order), ...own.slice(0, 2 * order)];
  if (comparison(page) && order === 1) return numbersOf(page, page.operands[0]!.name, 0).map(exchanged);
  const places = ORDERS[order % ORDERS.length]!;
  const { low = MODEST.low, high = MODEST.high, avoid = [] } = page.domain[operand] ?? {};
  const from = low > 0 && high > 1 ? Math.max(low, LEAST) : Math.max(low, MODEST.low);
  const to = Math.min(high, MODEST.high);
  return places.map((k) => {
    // Not at the ends, and for each operand between the numbers of the others.
    const near = Math.round((from + ((to - from) * (k + 0.5 + order / 4)) / PERIOD) / STEP) * STEP;
    // In the middle of the probabilities, as many speak for a class as against it.
    if (near === 0.5 && high < 1) return near + STEP / 2;
    return avoid.includes(near) ? near + STEP : near;
  });
}

/** Every other pair changes places, so that some are equal, some less, and some greater. */
const exchanged = (_: number, k: number, all: readonly number[]): number => all[[0, 2, 1, 3, 5, 4, 6][k]!]!;

const TRUTHS: readonly boolean[] = [true, false, true, true, false, false, true];

/** An operand of this shape with numbers of its own. */
export const given = (page: Page, name: string, shape: Shape): Given => {
  const order = Math.max(
    0,
    page.operands.findIndex((operand) => operand.name === name),
  );
  const bool = page.domain[name]?.dtypes === 'bool';
  const repeats: readonly Element[] = bool ? TRUTHS : numbersOf(page, name, order);
  return { name, tensor: { dtype: bool ? 'bool' : 'float32', shape, repeats } };
};

/** Places in an axis of n, over and over: its ends, its middle, and what lies beside them. */
export const places = (name: string, count: number, n: number): Given => {
  const few = [n - 1, 0, Math.floor(n / 2), 1, n - 2, Math.floor(n / 3), 2].map((place) => Math.max(0, place) % n);
  return { name, tensor: { dtype: 'int64', shape: [count], repeats: few } };
};

/** Four of seven, with either truth at both ends of any power of two. */
export const mask = (name: string, n: number): Given => ({
  name,
  tensor: { dtype: 'bool', shape: [n], repeats: TRUTHS },
});

/** How many of n the mask selects. */
export const truths = (n: number): number =>
  Array.from({ length: n }, (_, k) => TRUTHS[k % PERIOD]).filter(Boolean).length;

/** The combs that a ramp is the sum of, as many as it takes: their teeth meet once in 13, 13·17 = 221, 13·17·19 = 4,199 places. */
const COMBS = [13, 17, 19] as const;

/**
 * A tensor without equal elements, the largest at the place `top`, the least at `bottom`: the sum of three that repeat few numbers, digits of each
 * element in mixed radix.
 */
export const ramp = (name: string, shape: Shape, top: number, bottom: number): Given => {
  const size = shape.reduce((n, axis) => n * axis, 1);
  let unit = 1;
  const from = COMBS.filter((_, k) => k === 0 || size > COMBS.slice(0, k).reduce((n, teeth) => n * teeth, 1)).map(
    (teeth): Tensor => {
      const [high, low] = [top % teeth, bottom % teeth];
      const others = Array.from({ length: teeth }, (_, k) => k).filter((k) => k !== high && k !== low);
      const digit = (k: number): number => (k === high ? teeth - 1 : k === low ? 0 : 1 + others.indexOf(k));
      const repeats = Array.from({ length: teeth }, (_, k) => (digit(k) - (teeth - 1) / 2) * unit);
      unit *= teeth;
      return { dtype: 'float32', shape, repeats };
    },
  );
  const [first, ...others] = from as [Tensor, ...Tensor[]];
  const by = others.map((_, k) => ({ op: 'add', beside: k + 1 }));
  return { name, tensor: first, ...(by.length > 0 && { made: { from: [first, ...others], by } }) };
};

const MANY = 199;

/** A tensor of up to 199 elements, no two of them equal. */
export const unequal = (name: string, shape: Shape): Given => {
  const repeats = Array.from({ length: MANY }, (_, k) => ((89 * k + 60) % MANY) / 16 - 6);
  return { name, tensor: { dtype: 'float32', shape, repeats } };
};

/** A number that rounds to 0 becomes 1; −0 alone says that a 0 is meant. */
const whole = (value: number): number => {
  if (Object.is(value, -0) || !Number.isFinite(value)) return 0;
  return Math.round(value * 4) || 1;
};

/** An element of another dtype in the place of a number; of negative ones `uint8` has those that they wrap to. */
export const elementIn = (dtype: Dtype, value: number): Element => {
  if (dtype === 'bool') return value > 0;
  if (isFloat(dtype)) return value;
  return dtype === 'uint8' ? (whole(value) + 256) % 256 : whole(value);
};

/** A tensor of another dtype with numbers that are as far from each other. */
export const retyped = (tensor: Tensor, dtype: Dtype): Tensor => {
  if (tensor.dtype !== 'float32') return tensor;
  return { ...tensor, dtype, repeats: tensor.repeats.map((value) => elementIn(dtype, value as number)) };
};

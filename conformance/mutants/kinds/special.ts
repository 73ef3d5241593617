/** Right for numbers, wrong for one class of special values, or where two of them meet. */
import { binary, goesAlong, reduces } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import { isFloat } from '../../values/dtypes.ts';
import { remade, replaceBy } from '../calls/again.ts';
import type { Called, Given } from '../calls/called.ts';
import { type Element, spoilt } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { stretched } from '../calls/memory.ts';
import { type FaultsOf, hasElements, tensorOperands } from './families.ts';
import { starts } from './starts.ts';

const kind = 'special';

const CLASSES: Readonly<Record<string, (v: Element) => boolean>> = {
  NaN: (v) => Number.isNaN(v),
  '∞': (v) => v === Infinity,
  '−∞': (v) => v === -Infinity,
  '0': (v) => Object.is(v, 0),
  '−0': (v) => Object.is(v, -0),
};
const MORE: Readonly<Record<string, (v: Element) => boolean>> = {
  ...CLASSES,
  '1': (v) => v === 1,
  '−1': (v) => v === -1,
  'a subnormal number': (v) => v !== 0 && Math.abs(v as number) < 1.1754943508222875e-38,
  'a number near the largest': (v) => Number.isFinite(v) && Math.abs(v as number) > 1e38,
};
const finite = (v: Element): boolean => Number.isFinite(v as number) && v !== 0;

/** Which element of an operand stands behind each element of a result of that shape; undefined where they do not match. */
const behind = (called: Called, given: Given, shape: readonly number[]): readonly Element[] | undefined => {
  if (!isFloat(given.memory.dtype)) return undefined;
  const places = stretched(given.memory.shape, shape);
  const { data } = called.before(given);
  return places?.map((place) => data[place]!);
};

const has = (called: Called, given: Given | undefined, is: (v: Element) => boolean): boolean =>
  given !== undefined && isFloat(given.memory.dtype) && called.before(given).data.some(is);

/** Element by element of one operand. */
const alone = (name: string, told: string, is: (v: Element) => boolean): Fault => ({
  kind,
  name: `wrong for ${told} in ${name}`,
  when: (called) => has(called, named(called, name), is),
  result: (y, called) => {
    const x = behind(called, named(called, name)!, y.shape);
    x?.forEach((v, i) => {
      if (is(v)) y.data[i] = spoilt(y.dtype, y.data[i]!);
    });
  },
});

const named = (called: Called, name: string): Given | undefined => called.given.find((given) => given.name === name);

/** A tensor of one element for a number. */
const operand = (called: Called, i: number, shape: readonly number[]): readonly Element[] | undefined => {
  const arg = called.args[i];
  const given = called.given.find(({ tensor }) => tensor === arg);
  if (given !== undefined) return behind(called, given, shape);
  const value = (arg as { readonly value?: unknown } | null | undefined)?.value ?? arg;
  return typeof value === 'number' ? new Array(shape.reduce((n, size) => n * size, 1)).fill(value) : undefined;
};

type Class = readonly [told: string, is: (v: Element) => boolean];

/** Where two of them meet in an op of two operands. */
const meeting = ([a, isA]: Class, [b, isB]: Class): Fault => ({
  kind,
  name: `wrong for ${a} beside ${b}`,
  when: (called) => called.given.some((given) => has(called, given, (v) => isA(v) || isB(v))),
  result: (y, called) => {
    const [x, z] = [operand(called, 0, y.shape), operand(called, 1, y.shape)];
    if (x === undefined || z === undefined) return;
    for (let i = 0; i < y.data.length; i++) if (isA(x[i]!) && isB(z[i]!)) y.data[i] = spoilt(y.dtype, y.data[i]!);
  },
});

const pairs: readonly Fault[] = [...Object.entries(CLASSES), ['a number', finite] as const].flatMap((a) =>
  [...Object.entries(CLASSES), ['a number', finite] as const].flatMap((b) =>
    a[1] === finite && b[1] === finite ? [] : [meeting(a, b)],
  ),
);

/** What a library takes a value for that it does not know. */
const TAKEN: Readonly<Record<string, Element>> = { NaN: 0, '∞': 3e38, '−∞': -3e38, '−0': 1 };
const PLACES: Readonly<Record<string, (i: number, n: number) => boolean>> = {
  first: (i) => i === 0,
  'in the middle': (i, n) => i > 0 && i < n - 1,
  last: (i, n) => i > 0 && i === n - 1,
};

/** Of what looks at many elements at once: at some place of them. */
const among: readonly Fault[] = Object.keys(TAKEN).flatMap((told) =>
  Object.entries(PLACES).map(
    ([where, isThere]): Fault => ({
      kind,
      name: `${told} not seen ${where}`,
      when: (called) => has(called, called.given[0], CLASSES[told]!),
      result: (y, called, k) => {
        const x = called.given[0]!;
        const other = remade(called, x, ({ data }) => {
          for (let i = 0; i < data.length; i++)
            if (CLASSES[told]!(data[i]!) && isThere(i, data.length)) data[i] = TAKEN[told]!;
        });
        replaceBy(called, { tensors: new Map([[x.tensor, other]]) }, y, k);
      },
    }),
  ),
);

const gradients: FaultsOf<Fault> = ({ differentiable }) =>
  differentiable.flatMap((of) =>
    Object.entries(CLASSES).map(
      ([told, is]): Fault => ({
        kind,
        name: `gradient of ${of} wrong for ${told}`,
        when: (called) => has(called, named(called, of), is),
        gradient: {
          of,
          change: (g, called, given) => {
            called.before(given).data.forEach((v, i) => {
              if (is(v)) g.data[i] = spoilt(g.dtype, g.data[i]!);
            });
          },
        },
      }),
    ),
  );

const looksAtMany = (page: Page): boolean =>
  reduces(page) || goesAlong(page) || page.shape === 'loss' || page.shape === 'matmul';

/** By its page: element by element, of two operands, of many at once. */
export const special: FaultsOf<Fault> = (page, op) => {
  if (!hasElements(page, op) || page.feature === 'random') return [];
  const elementwise = !reduces(page) && page.shape !== 'matmul' && page.shape !== 'custom';
  return [
    ...(elementwise && !binary(page)
      ? tensorOperands(page).flatMap((name) => Object.entries(MORE).map(([told, is]) => alone(name, told, is)))
      : []),
    ...(binary(page) ? pairs : []),
    ...(looksAtMany(page) ? among : []),
    ...gradients(page, op),
    ...starts(page),
  ];
};

/** What the cases have to hand to an op: every class, and every pair of them, in each floating dtype. */
import {
  arithmetic,
  besideNumber,
  binary,
  classifies,
  comparesToTarget,
  differentiable,
  numberOnEitherSide,
  reduces,
} from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import type { FloatDtype } from '../../values/dtypes.ts';
import { firstOf, secondOf } from '../binary.ts';
import { CLASSES, type Class, DTYPES, WIDE } from '../classes.ts';
import { type Part, raisesOnNothing } from '../left-open/index.ts';
import { TAKES } from '../own/losses.ts';
import { computes } from '../unary.ts';
import { recordedWaysOf, waysOf } from '../ways.ts';
import { kindOf } from './kinds.ts';
import type { Asked } from './seen.ts';

const PLACES = ['first', 'in the middle', 'last'] as const;
const pairs = (first: readonly Class[], second: readonly Class[]): readonly (readonly [Class, Class])[] =>
  first.flatMap((a) => second.map((b) => [a, b] as const));

type Due = Omit<Asked, 'dtype' | 'op'> & { readonly way?: string };

function due(page: Page, dtype: FloatDtype): readonly Due[] {
  const { name: op } = page;
  const wide = WIDE.includes(dtype);
  const slopes = page.differentiable.length > 0;
  const parts: readonly Part[] = slopes ? ['value', 'gradient'] : ['value'];
  switch (kindOf(page)) {
    case 'each':
      return (computes(page) ? parts : (['value'] as const)).flatMap((part) =>
        CLASSES.map((one) => ({ part, classes: [one] })),
      );
    case 'pairs':
      return pairsDue(page, wide);
    case 'rows':
      return rowsDue(page, wide, dtype === 'float32');
    case 'factors':
      return [
        ...CLASSES.map((one) => ({ part: 'gradient' as const, classes: [one] })),
        // An inner product of two vectors is asked for each pair where its digits are.
        ...(wide || !['dot', 'mv', 'vdot'].includes(op)
          ? pairs(CLASSES, CLASSES).map((classes) => ({ part: 'value' as const, classes }))
          : []),
      ];
    case undefined:
      return [];
  }
}

function pairsDue(page: Page, wide: boolean): readonly Due[] {
  const { name: op } = page;
  const [first, second] = TAKES[op] === undefined ? [firstOf(op), secondOf(op)] : [TAKES[op], TAKES[op]];
  const all = pairs(first, second);
  const slopes = differentiable(page) && (arithmetic(page) || comparesToTarget(page) || op === 'prelu');
  // `equal` looks at all that it is handed until two differ: in the narrow dtypes at neighbours of one list.
  const values =
    op === 'equal'
      ? all.filter(
          ([a, b]) => first.indexOf(a) <= first.indexOf(b) && (wide || first.indexOf(b) - first.indexOf(a) < 2),
        )
      : all;
  return waysOf(op).flatMap(([way]): Due[] => [
    ...values.map((classes) => ({ way, part: 'value' as const, classes })),
    ...(slopes && (way === '' || comparesToTarget(page))
      ? all.map((classes) => ({ way, part: 'gradient' as const, classes }))
      : []),
    ...(wide && way === '' && binary(page) && besideNumber(page)
      ? all.map((classes) => ({ part: 'number second' as const, classes }))
      : []),
    ...(wide && way === '' && binary(page) && numberOnEitherSide(page)
      ? all.map((classes) => ({ part: 'number first' as const, classes }))
      : []),
  ]);
}

function rowsDue(page: Page, wide: boolean, first: boolean): readonly Due[] {
  const placed = (part: Part, way: string): Due[] =>
    CLASSES.flatMap((one) => PLACES.map((place) => ({ way, part, row: 'placed', place, classes: [one] })));
  const alone = (part: Part, way: string): Due[] => CLASSES.map((one) => ({ way, part, row: 'alone', classes: [one] }));
  const recorded = new Set(recordedWaysOf(page.name).map(([way]) => way));
  return waysOf(page.name).flatMap(([way]): Due[] => {
    const slopes = page.differentiable.length > 0 && recorded.has(way);
    if (classifies(page)) return [...placed('value', way), ...placed('gradient', way)];
    const nothing: Due[] = raisesOnNothing(`${page.name}${way}`)
      ? []
      : [{ way, part: 'value', row: 'alone', classes: [] }];
    return [
      ...placed('value', way),
      ...alone('value', way),
      ...nothing,
      ...(slopes ? placed('gradient', way) : []),
      ...(slopes && way === '' ? alone('gradient', way) : []),
      ...(wide && way === ''
        ? pairs(CLASSES, CLASSES).map((classes) => ({ way, part: 'value' as const, row: 'pair' as const, classes }))
        : []),
      ...(first && way === '' && slopes
        ? pairs(CLASSES, CLASSES).map((classes) => ({ way, part: 'gradient' as const, row: 'pair' as const, classes }))
        : []),
      ...(wide && way === '' && reduces(page) && !page.required?.includes('dim')
        ? [...placed('value', way), ...alone('value', way)].map((one) => ({ ...one, whole: true }))
        : []),
    ];
  });
}

/** All that is due of a page. */
export const dueOf = (page: Page): readonly Asked[] =>
  DTYPES.flatMap((dtype) =>
    due(page, dtype).map(({ way = '', ...rest }) => ({ op: `${page.name}${way}`, dtype, ...rest })),
  );

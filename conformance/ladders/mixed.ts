/** Operands of two dtypes: of two kinds, of two widths, with axes and without. */
import { comparison } from '../pages/families.ts';
import type { Page } from '../pages/page.ts';
import type { Dtype } from '../values/case.ts';
import { type Call, type Calls, changed, type Given, givenTo } from './call.ts';
import { values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { plain } from './plain.ts';
import { type Rung, rung } from './rung.ts';
import { fits, inDtype, positive } from './typed.ts';

type Pair = readonly [Dtype, Dtype];

interface Meeting {
  readonly id: string;
  readonly where: string;
  readonly clause: string;
  readonly pairs: readonly Pair[];
  /** Which of the two has no axes: the first (0), the second (1), either in turn. */
  readonly without?: readonly number[];
}

const MEETINGS: readonly Meeting[] = [
  {
    id: 'kinds',
    where: 'for operands of two kinds',
    clause: 'dtypes.C6',
    pairs: [
      ['float32', 'int32'],
      ['int32', 'float32'],
      ['int32', 'bool'],
      ['bool', 'float32'],
    ],
  },
  {
    id: 'widths',
    where: 'for operands of two widths',
    clause: 'dtypes.C5',
    pairs: [
      ['int64', 'int32'],
      ['int32', 'int64'],
      ['float32', 'float64'],
      ['float64', 'float32'],
    ],
  },
  {
    id: '0d',
    where: 'for operands of two dtypes, one of them without axes',
    clause: 'dtypes.C7',
    pairs: [
      ['float32', 'float64'],
      ['int32', 'int64'],
      ['int32', 'float64'],
    ],
    without: [0, 1],
  },
];

/** Operands that meet in a dtype: not a condition, nor places. */
const meet = (call: Call): readonly Given[] => givenTo(call).filter(({ tensor }) => tensor.dtype === 'float32');

/** Without axes stands the second of a pair. */
const callIn = (page: Page, call: Call, pair: Pair, without?: number): Call | undefined => {
  const [first, second] = without === 0 ? pair.toReversed() : pair;
  const some = meet(call);
  const shaped = changed(call, (one) =>
    without !== undefined && some.indexOf(one) % 2 === without ? { ...one, tensor: { ...one.tensor, shape: [] } } : one,
  );
  const order = meet(shaped).map(({ name }) => name);
  const typed = inDtype(page, shaped, ({ name }) => (order.indexOf(name) % 2 === 0 ? first! : second!), positive(page));
  return typed !== undefined && fits(page, typed) ? typed : undefined;
};

const callsOf = (page: Page, call: Call, { pairs, without }: Meeting): Calls =>
  Object.fromEntries(
    (without ?? [undefined]).flatMap((k) =>
      pairs.flatMap((pair) => {
        // What is written to keeps its axes.
        if (k === 0 && page.name !== call.op) return [];
        const typed = callIn(page, call, pair, k);
        const name = k === 0 ? pair.toReversed() : pair;
        return typed === undefined ? [] : [[`_${name.join('_')}`, typed]];
      }),
    ),
  );

const promotes = (page: Page): boolean =>
  page.dtype === 'promote' || page.dtype === 'promote-float' || comparison(page);

/** Of ops whose operands meet in one dtype. */
export const mixedOf = (ladder: Ladder, page: Page, op: string): readonly Rung[] => {
  const call = plain(ladder);
  if (call === undefined || !promotes(page) || meet(call).length < 2) return [];
  return MEETINGS.filter(({ without }) => without === undefined || page.shape === 'broadcast').flatMap((meeting) => {
    const calls = callsOf(page, call, meeting);
    if (Object.keys(calls).length === 0) return [];
    const of = rung(op, '', 'dtypes', meeting.id, `\`${op}\` is right ${meeting.where}`, values(calls));
    return [{ ...of, rules: [comparison(page) ? 'dtypes.C11' : meeting.clause] }];
  });
};

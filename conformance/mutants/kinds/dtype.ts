/** Right in float32, wrong in one other dtype: in its values, its gradients, or in the dtype that comes out. */
import type { Dtype } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { remadeAll, replaceBy } from '../calls/again.ts';
import type { Called } from '../calls/called.ts';
import { all, at, type Element, off } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import type { Elements } from '../calls/memory.ts';
import { type FaultsOf, givesTensor, hasElements, tensorOperands, writesTo } from './families.ts';
import { lowPrecision } from './low-precision.ts';

const kind = 'dtype';

/** Changes the elements of one dtype. */
const only =
  (dtype: Dtype, change: (v: Element) => Element) =>
  (y: Elements): void => {
    if (y.dtype === dtype) all((_, v) => change(v))(y);
  };

const double = (v: Element): Element => BigInt.asIntN(64, BigInt(Number(v)));
const narrow = (v: Element): Element => BigInt.asIntN(32, v as bigint);
const single = (v: Element): Element => Math.fround(v as number);

/** The op of operands that went through a narrower dtype, whose result did too. Of what becomes floats no digits are lost that floats have. */
const through = (
  name: string,
  dtype: Dtype,
  change: (v: Element) => Element,
  narrower: (v: Element) => Element,
): Fault => ({
  kind,
  name,
  when: ({ given, results, tools }) =>
    given.some(({ memory }) => memory.dtype === dtype) && !results.some((y) => isFloat(tools.dtype(y))),
  result: (y, called, k) => {
    const suits = ({ memory }: (typeof called.given)[number]) => memory.dtype === dtype;
    replaceBy(
      called,
      {
        tensors: remadeAll(
          called,
          suits,
          all((_, v) => change(v)),
        ),
      },
      y,
      k,
    );
    only(dtype, narrower)(y);
  },
});

const WRONG: Readonly<Record<string, readonly Dtype[]>> = {
  bool: ['bool'],
  uint8: ['uint8'],
  'int8 and int16': ['int8', 'int16'],
  int32: ['int32'],
  int64: ['int64'],
  float16: ['float16'],
  bfloat16: ['bfloat16'],
  float64: ['float64'],
};
const last = at((i, n) => i === n - 1, off);

/** The dtype of the first tensor that it is given and that may be of any; of a sparse one, which has no memory to look at, that of the result. */
const dtypeOf = ({ page, given, results, tools }: Called): Dtype | undefined => {
  const free = given.find(({ name }) => !['bool', 'int64'].includes(page.domain[name]?.dtypes ?? ''));
  const first = (free ?? given[0])?.memory.dtype;
  return first ?? (results.length > 0 ? tools.dtype(results[0]) : undefined);
};

const values: FaultsOf<Fault> = (page) => {
  const of = tensorOperands(page);
  return Object.entries(WRONG).map(
    ([told, dtypes]): Fault => ({
      kind,
      name: `wrong in ${told}`,
      when: (called) => dtypes.includes((of.length > 0 ? dtypeOf(called) : called.options.dtype) as Dtype),
      result: last,
    }),
  );
};

/** What a library gives that has no such dtype, or forgets it. */
const GIVEN: readonly (readonly [given: Dtype, due: readonly Dtype[]])[] = [
  ['uint8', ['bool']],
  ['int32', ['uint8', 'int8', 'int16']],
  ['int32', ['int64']],
  ['int64', ['int32']],
  ['float32', ['float16', 'bfloat16']],
  ['float32', ['float64']],
];

const dtypes: FaultsOf<Fault> = (page, op) => {
  if (!givesTensor(page) || writesTo(page, op)) return [];
  return GIVEN.map(
    ([given, due]): Fault => ({
      kind,
      name: `${given} where ${due.join(' or ')} is due`,
      dtypes: due,
      instead: ({ results: [first, ...more], tools }) =>
        first === undefined || more.length > 0 ? undefined : { value: tools.ops.to!(first, { dtype: given }) },
    }),
  );
};

const digits: readonly Fault[] = [
  { kind, name: 'float64 through float32', dtypes: ['float64'], result: only('float64', single) },
  through('int64 through double', 'int64', double, double),
  through('int32 through float32', 'int32', single, (v) => Number(single(v)) | 0),
  { kind, name: 'int64 in 32 bits', dtypes: ['int64'], result: only('int64', narrow) },
];

const gradients: FaultsOf<Fault> = ({ differentiable }) =>
  differentiable.flatMap((of): Fault[] => [
    {
      kind,
      name: `gradient of ${of} in float64 through float32`,
      dtypes: ['float64'],
      gradient: { of, change: only('float64', single) },
    },
    ...(['float16', 'bfloat16'] as const).map(
      (dtype): Fault => ({
        kind,
        name: `gradient of ${of} wrong in ${dtype}`,
        dtypes: [dtype],
        gradient: { of, change: only(dtype, (v) => off(dtype, v)) },
      }),
    ),
  ]);

/** Operands of two dtypes, one of which has no axes and does not count. */
const meeting: FaultsOf<Fault> = (page, op) => {
  if (page.dtype !== 'promote' && page.dtype !== 'promote-float' && page.dtype !== 'bool') return [];
  return [
    {
      kind,
      name: 'wrong where two dtypes meet',
      when: ({ given }) => new Set(given.map(({ memory }) => memory.dtype)).size > 1,
      result: last,
    },
    ...(writesTo(page, op) || page.dtype === 'bool' ? [] : [withoutAxes]),
  ];
};

const withoutAxes: Fault = {
  kind,
  name: 'an operand without axes decides the dtype as one with axes does',
  when: ({ given }) =>
    given.length > 1 &&
    given.some(({ memory }) => memory.shape.length === 0) &&
    new Set(given.map((g) => g.memory.dtype)).size > 1,
  instead: (called) => {
    const { tools } = called;
    const tensors = new Map(
      called.given.map((g) => [
        g.tensor,
        tools.lookAt(g.tensor, { ...g.memory, shape: [1, ...g.memory.shape], strides: [1, ...g.memory.strides] }),
      ]),
    );
    const other = called.again({ tensors });
    const due = called.results[0];
    if (!tools.isTensor(other) || due === undefined || tools.dtype(other) === tools.dtype(due)) return undefined;
    return { value: tools.ops.to!(due, { dtype: tools.dtype(other) }) };
  },
};

/** By its page: the dtypes that it takes are those of the calls that there are. */
export const dtype: FaultsOf<Fault> = (page, op) => {
  if (page.feature === 'attributes' && page.name !== 'dtype') return [];
  return [
    ...values(page, op),
    ...dtypes(page, op),
    ...(hasElements(page, op) ? digits : []),
    ...gradients(page, op),
    ...meeting(page, op),
    ...lowPrecision(page),
  ];
};

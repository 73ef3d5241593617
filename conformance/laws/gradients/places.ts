import fc from 'fast-check';
import { axis, type Shape, volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import type { OpStep, TensorValue } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { againstDifferences } from './differences.ts';
import { drawn, small } from './operands.ts';
import type { Precision } from './precision.ts';
import { gradientsOf, type Program } from './program.ts';

/** What is taken, written and added where an index tensor says, or a mask; what is written goes to no place twice. */
export const places: Law = againstDifferences(
  {
    id: 'gradients/places',
    title: 'the gradients of what is taken, written and added where an index tensor says are their numeric derivatives',
    clauses: [
      'gather.C5',
      'take_along_dim.C6',
      'index_select.C6',
      'masked_select.C5',
      'scatter.C6',
      'scatter_add.C6',
      'index_add.C6',
      'index_fill.C5',
    ],
  },
  (precision) =>
    small(6, { minRank: 1 })
      .chain((from) =>
        fc.record({
          x: drawn(precision, from),
          dim: axis(from),
          count: fc.integer({ min: 1, max: 3 }),
          places: fc.array(fc.nat({ max: 5 }), { minLength: 18, maxLength: 18 }),
          op: fc.constantFrom(...OPS),
          inPlace: fc.boolean(),
        }),
      )
      .chain((call) => programOf(precision, call)),
);

const OPS = [
  ...['gather', 'take_along_dim', 'index_select', 'masked_select'],
  ...['scatter', 'scatter_add', 'index_add', 'index_fill'],
] as const;
const WRITES: ReadonlySet<string> = new Set(['scatter', 'scatter_add', 'index_add', 'index_fill']);

interface Drawn {
  readonly x: TensorValue;
  readonly dim: number;
  readonly count: number;
  readonly places: readonly number[];
  readonly op: (typeof OPS)[number];
  readonly inPlace: boolean;
}

/** The shapes of the index and of what is written, and that of the result. */
const shapesOf = ({ x, dim, count, op }: Drawn): readonly [index: Shape, written: Shape | undefined, result: Shape] => {
  const from = x.shape;
  const to = from.with(dim, op === 'scatter' ? 1 : count);
  switch (op) {
    case 'gather':
    case 'take_along_dim':
      return [to, undefined, to];
    case 'index_select':
      return [[count], undefined, to];
    case 'index_add':
      return [[count], to, from];
    case 'index_fill':
      return [[count], [], from];
    case 'masked_select':
      return [from, undefined, []];
    default:
      return [to, to, from];
  }
};

const programOf = (precision: Precision, call: Drawn): fc.Arbitrary<Program> => {
  const { x, dim, places: drawnPlaces, op, inPlace } = call;
  const [of, written, to] = shapesOf(call);
  const n = x.shape.at(dim)!;
  const data = drawnPlaces.slice(0, volume(of));
  const masked = op === 'masked_select';
  const truths = data.map((place, k) => k === 0 || place > 2);
  const index: TensorValue = masked
    ? { dtype: 'bool', shape: of, data: nested(truths, of) }
    : {
        dtype: 'int64',
        shape: of,
        data: nested(
          data.map((place) => place % n),
          of,
        ),
      };
  const shape = masked ? [truths.filter(Boolean).length] : to;
  const names = written === undefined ? ['x', 'i'] : ['x', 'i', 's'];
  const options = masked ? {} : { with: { dim } };
  const steps: readonly OpStep[] =
    inPlace && WRITES.has(op)
      ? [
          { op: 'clone', in: ['x'], out: 'z' },
          { op: `${op}_`, in: ['z', 'i', 's'], ...options, out: 'y' },
        ]
      : [{ op, in: names, ...options, out: 'y' }];
  const source = written === undefined ? fc.constant(undefined) : drawn(precision, written);
  return source.map((s) => ({
    inputs: { x, i: index, ...(s !== undefined && { s }) },
    steps,
    out: 'y',
    shape,
    gradients: gradientsOf(s === undefined ? ['x'] : ['x', 's']),
  }));
};

/**
 * Ops without a derivative between a recorded tensor and what is made of it: a mask, an index, an integer that comes from
 * a tensor and goes back to it. Op by op they would hardly ever meet again.
 */
import { volume } from '../../arbitraries/shape.ts';
import { isFloat } from '../../values/dtypes.ts';
import { append, isTensor, type Operand } from './call.ts';
import type { Draft } from './draft.ts';
import type { Known } from './known.ts';
import { shapeOf } from './shapes/index.ts';
import type { Options } from './shapes/rule.ts';
import type { Word } from './vocabulary.ts';

const MOST = 24;
const comparisons = ['gt', 'ge', 'lt', 'le', 'eq', 'ne'];

/** Draws ops of one kind, given a tensor; how many it drew. */
interface Detour {
  readonly needs: readonly string[];
  readonly suits?: (draft: Draft, x: Known) => boolean;
  readonly draw: (x: Known, call: Caller) => void;
}
type Caller = (op: string, operands: readonly Operand[], options?: Options) => readonly Known[];

const hasRows = (_: Draft, { shape }: Known): boolean =>
  shape.length > 0 && shape[0]! > 0 && volume(shape.slice(1)) ** 2 <= MOST && volume(shape) > 0;
const hasElements = (_: Draft, { shape }: Known): boolean => volume(shape) > 0;

const detours = (draft: Draft): readonly Detour[] => {
  const { dice } = draft;
  const compare = dice.pick(comparisons);
  const bound = (x: Known): Operand => {
    const others = draft.candidates({ dtype: x.dtype, shape: x.shape, where: ({ name }) => name !== x.name });
    return others.length > 0 && dice.chance(0.5) ? dice.pick(others) : dice.int(-2, 2) / 2;
  };
  const whole = dice.pick(['int32', 'int64', 'bool'] as const);
  const arg = dice.pick(['argmax', 'argmin']);
  const extreme = dice.pick(['max', 'min']);
  const like = dice.pick(['zeros_like', 'ones_like']);
  const rows = { dim: 0 };
  return [
    {
      needs: ['detach', 'mul'],
      draw: (x, call) => {
        const [cut] = call('detach', [x]);
        if (cut) call('mul', [x, cut]);
      },
    },
    {
      needs: [compare, 'where'],
      draw: (x, call) => {
        const [mask] = call(compare, [x, bound(x)]);
        if (mask) call('where', dice.shuffled<Operand>([x, dice.int(-2, 2)]).toSpliced(0, 0, mask));
      },
    },
    {
      needs: [compare, 'mul'],
      draw: (x, call) => {
        const [mask] = call(compare, [x, bound(x)]);
        if (mask) call('mul', [x, mask]);
      },
    },
    {
      needs: [compare, 'getitem', 'sum'],
      draw: (x, call) => {
        const [mask] = call(compare, [x, bound(x)]);
        const [picked] = mask ? call('getitem', [x], { index: [{ ref: mask.name }] }) : [];
        if (picked) call('sum', [picked]);
        // How long it is, its elements decide.
        draft.known.splice(0, Infinity, ...draft.known.filter((one) => one !== picked));
      },
    },
    {
      needs: ['to', 'sub'],
      suits: () => draft.mood.dtypes.has(whole),
      draw: (x, call) => {
        const [cast] = call('to', [x], { dtype: whole });
        const [back] = cast ? call('to', [cast], { dtype: x.dtype }) : [];
        if (back) call('sub', [x, back]);
      },
    },
    {
      needs: [arg, 'getitem'],
      suits: (_, x) => draft.mood.places && hasRows(_, x),
      draw: (x, call) => {
        const [index] = call(arg, [x], rows);
        if (index) call('getitem', [x], { index: [{ ref: index.name }] });
      },
    },
    {
      needs: [extreme, 'getitem'],
      suits: (_, x) => draft.mood.places && hasRows(_, x),
      draw: (x, call) => {
        const [, index] = call(extreme, [x], rows);
        if (index) call('getitem', [x], { index: [{ ref: index.name }] });
      },
    },
    {
      needs: [extreme, 'eq', 'mul'],
      suits: hasElements,
      draw: (x, call) => {
        const [most] = call(extreme, [x]);
        const [mask] = most ? call('eq', [x, most]) : [];
        if (mask) call('mul', [x, mask]);
      },
    },
    {
      needs: ['div', 'sub'],
      suits: () => !draft.mood.without.has('div.rounding_mode'),
      draw: (x, call) => {
        const [quotient] = call('div', [x, dice.pick([2, 0.5, -1.5])], {
          rounding_mode: dice.pick(['floor', 'trunc']),
        });
        if (quotient) call('sub', [x, quotient]);
      },
    },
    {
      needs: ['sign', 'mul'],
      draw: (x, call) => {
        const [sign] = call('sign', [x]);
        if (sign) call('mul', [x, sign]);
      },
    },
    {
      needs: [like, 'gt', 'where'],
      draw: (x, call) => {
        const [constant] = call(like, [x]);
        const [mask] = constant ? call('gt', [x, constant]) : [];
        if (mask) call('where', [mask, x, constant!]);
      },
    },
  ];
};

/** Leads a recorded tensor through ops without a derivative and back; how many ops it drew, 0 if there is nothing to lead. */
export const detour = (draft: Draft, words: readonly Word[]): number => {
  const { dice } = draft;
  const pages = new Map(words.map(({ op, page }) => [op, page]));
  const recorded = draft.known.filter(({ grad, dtype, shape }) => grad && isFloat(dtype) && volume(shape) <= MOST);
  if (recorded.length === 0) return 0;
  const x = dice.pick(recorded);
  const open = detours(draft).filter(
    ({ needs, suits }) => needs.every((op) => pages.has(op)) && suits?.(draft, x) !== false,
  );
  if (open.length === 0) return 0;
  let count = 0;
  const call: Caller = (op, operands, options = {}) => {
    const page = pages.get(op)!;
    const before = draft.known.length;
    const shape = op === 'getitem' ? indexed(draft, operands[0] as Known, options) : undefined;
    append(draft, page, op, { operands, options, shape: shape ?? shapeOf(page, shapesOf(operands), options) });
    count++;
    return draft.known.slice(before);
  };
  dice.pick(open).draw(x, call);
  return count;
};

const shapesOf = (operands: readonly Operand[]): Known['shape'][] =>
  operands.filter(isTensor).map(({ shape }) => shape);

/** Rows that an index tensor selects, or some elements that a mask selects. */
const indexed = ({ known }: Draft, { shape }: Known, { index }: Options): Known['shape'] => {
  const [{ ref }] = index as [{ ref: string }];
  const by = known.find(({ name }) => name === ref)!;
  return by.dtype === 'bool' ? [1] : [...by.shape, ...shape.slice(1)];
};

/** Ways in which an operand lies in memory otherwise than in rows from the start of its own. */
import type { Element } from '../values/case.ts';
import { periodOf } from '../values/repeats.ts';
import { type Call, type Calls, changed, type Given, type Made, type Shape, type Tensor, tensorsOf } from './call.ts';
import { gradients, recorded, values } from './drafts.ts';
import type { Ladder } from './ladder.ts';
import { type Draft, writes } from './program.ts';
import { type Rung, rung } from './rung.ts';

export interface Layout {
  readonly id: string;
  readonly leastRank: number;
  /** The shape of the tensor that is viewed. */
  readonly base: (shape: Shape) => Shape;
  readonly op: string;
  readonly options: (shape: Shape) => NonNullable<Call['options']>;
  /** Where an element of the view lies in the tensor that is viewed. */
  readonly place: (at: readonly number[], shape: Shape) => readonly number[];
}

export const getitem = (...index: string[]) => ({ op: 'getitem', options: () => ({ index }) });

export const offset: Layout = {
  id: 'offset',
  leastRank: 1,
  base: ([n, ...others]) => [n! + 1, ...others],
  ...getitem('1:'),
  place: ([i, ...others]) => [i! + 1, ...others],
};
const stepped: Layout = {
  id: 'stepped',
  leastRank: 1,
  base: ([n, ...others]) => [2 * n!, ...others],
  ...getitem('1::2'),
  place: ([i, ...others]) => [2 * i! + 1, ...others],
};
const columns: Layout = {
  id: 'columns',
  leastRank: 2,
  base: (shape) => [...shape.slice(0, -1), shape.at(-1)! + 2],
  ...getitem('...', '1:-1'),
  place: (at) => [...at.slice(0, -1), at.at(-1)! + 1],
};
export const transposed: Layout = {
  id: 'transposed',
  leastRank: 2,
  base: (shape) => shape.toReversed(),
  op: 'permute',
  options: (shape) => ({ dims: shape.map((_, k) => shape.length - 1 - k) }),
  place: (at) => at.toReversed(),
};
const expanded: Layout = {
  id: 'expanded',
  leastRank: 2,
  base: ([, ...others]) => [1, ...others],
  op: 'expand',
  options: (shape) => ({ size: [...shape] }),
  place: ([, ...others]) => [0, ...others],
};

/** Layouts that come about alike, of which one case asks. */
interface Family {
  readonly id: string;
  /** For titles. */
  readonly as: string;
  readonly layouts: readonly Layout[];
}

const FAMILIES: readonly Family[] = [
  {
    id: 'sliced',
    as: 'slices: with an offset, of every second row, of inner columns',
    layouts: [offset, stepped, columns],
  },
  { id: 'transposed', as: 'tensors with their axes the other way round', layouts: [transposed] },
  { id: 'expanded', as: 'rows that are stretched over an axis', layouts: [expanded] },
];

const volume = (shape: Shape): number => shape.reduce((n, axis) => n * axis, 1);

const offsetOf = (at: readonly number[], shape: Shape): number => at.reduce((flat, i, k) => flat * shape[k]! + i, 0);

const indexOf = (flat: number, shape: Shape): readonly number[] =>
  shape.map((_, k) => Math.floor(flat / volume(shape.slice(k + 1))) % shape[k]!);

/** Places and truths stay what they are: the numbers of the base are laid out so that the view has those of the tensor. */
const baseOf = (tensor: Tensor, layout: Layout): Tensor => {
  const { shape, repeats, dtype } = tensor;
  const base = layout.base(shape);
  if (dtype === 'float32') return { ...tensor, shape: base };
  const elements: Element[] = Array.from(
    { length: volume(base) },
    (_, k) => repeats[(k + repeats.length - 1) % repeats.length]!,
  );
  for (let flat = 0; flat < volume(shape); flat++) {
    elements[offsetOf(layout.place(indexOf(flat, shape), shape), base)] = repeats[flat % repeats.length]!;
  }
  return { dtype, shape: base, repeats: periodOf(elements) ?? elements };
};

/** The same elements as a view of a larger tensor, or of a smaller one. */
export const viewed = (one: Given, layout: Layout): Given => {
  const { shape } = one.tensor;
  const made: Made = { from: [baseOf(one.tensor, layout)], by: [{ op: layout.op, options: layout.options(shape) }] };
  return { ...one, made };
};

/** Whether a tensor of a call can lie like that: elements that are one cannot be written to, nor be several places. */
const allows = (layout: Layout, call: Call, one: Given): boolean => {
  if (one.made !== undefined || one.tensor.shape.length < layout.leastRank) return false;
  if (layout.id !== 'expanded') return true;
  // Along the axis that is stretched, all that an op might tell apart is one.
  if (call.options?.dim === 0) return false;
  const isWritten = writes(call.op) && tensorsOf(call)[0] === one;
  return !isWritten && (one.tensor.dtype === 'float32' || one.name === 'condition');
};

/** Of a list, what stands first and last is enough. */
const viewable = (call: Call): readonly Given[] => {
  const each = call.operands.flatMap((operand) => ('each' in operand ? operand.each : []));
  const between = each.slice(1, -1);
  return tensorsOf(call).filter((one) => !between.includes(one));
};

/** What tells a call in one layout from that in another of its family. */
const ending = ({ layouts }: Family, { id }: Layout): string => (layouts.length > 1 ? `_${id}` : '');

/** Each call with each of its tensors in each of these layouts, in turn. */
const oneByOne = (family: Family, calls: Calls): Calls => {
  const all: Record<string, Call> = {};
  for (const layout of family.layouts) {
    for (const [suffix, call] of Object.entries(calls)) {
      for (const one of viewable(call)) {
        if (!allows(layout, call, one)) continue;
        const as = changed(call, (other) => (other === one ? viewed(one, layout) : other));
        all[`${suffix}${ending(family, layout)}_${one.name}`] = as;
      }
    }
  }
  return all;
};

/** Each call with all of its tensors in one of these layouts. */
const together = (family: Family, calls: Calls): Calls => {
  const all: Record<string, Call> = {};
  for (const layout of family.layouts) {
    for (const [suffix, call] of Object.entries(calls)) {
      const some = viewable(call).filter((one) => allows(layout, call, one));
      if (some.length === 0) continue;
      all[`${suffix}${ending(family, layout)}`] = changed(call, (one) =>
        some.includes(one) ? viewed(one, layout) : one,
      );
    }
  }
  return all;
};

/** An op with its tensors in each layout: values, and gradients in the memory that is viewed. */
export const layoutsOf = ({ layouts }: Ladder, op: string): readonly Rung[] =>
  FAMILIES.flatMap((family): Rung[] => {
    if (layouts === undefined) return [];
    const calls = oneByOne(family, layouts.values);
    const differentiable = together(family, recorded(layouts.gradients));
    const { id, as } = family;
    const of = (kind: string, subject: string, draft: Draft): Rung =>
      rung(op, 'C2', kind, id, `${subject} is right for ${as}`, draft);
    return [
      ...(Object.keys(calls).length > 0 ? [of('layouts', `\`${op}\``, values(calls))] : []),
      ...(Object.keys(differentiable).length > 0
        ? [of('gradient-layouts', `the gradient of \`${op}\``, gradients(differentiable))]
        : []),
    ];
  });

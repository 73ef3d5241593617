/** Operands that are views: values, and gradients in the memory that is viewed. */
import { chooses } from '../pages/families.ts';
import { pageOf } from '../pages/page-of.ts';
import { type Call, type Calls, changed, type Given, givenTo, tensorsOf } from './call.ts';
import { gradients, recorded, values } from './drafts.ts';
import type { Group, Ladder } from './ladder.ts';
import { columns, everySecond, expanded, type Layout, offset, single, stepped, transposed, viewed } from './lying.ts';
import { type Draft, writes } from './program.ts';
import { type Rung, rung } from './rung.ts';

/** Layouts that come about alike, of which one case asks. */
interface Family {
  readonly id: string;
  /** For titles. */
  readonly as: string;
  readonly layouts: readonly Layout[];
  /** One small call is enough: another family has asked the others. */
  readonly few?: boolean;
  /** Values alone, or gradients alone: another family has asked the others. */
  readonly alone?: 'values' | 'gradients';
}

const FAMILIES: readonly Family[] = [
  {
    id: 'sliced',
    as: 'slices: with an offset, of every second row, of inner columns',
    layouts: [offset, stepped, columns],
  },
  {
    id: 'inner-columns',
    as: 'columns that lie between others',
    layouts: [{ ...columns, leastRank: 1 }],
    few: true,
    alone: 'gradients',
  },
  { id: 'second-columns', as: 'every second column', layouts: [everySecond], few: true, alone: 'values' },
  { id: 'transposed', as: 'tensors with their axes the other way round', layouts: [transposed] },
  { id: 'expanded', as: 'rows that are stretched over an axis', layouts: [expanded] },
  { id: 'one-element', as: 'one element that stands for all of them', layouts: [single], few: true },
];

const ZERO_SUM = 'its gradients add up to 0';

/** Ops whose gradient leaves nothing where one element stands for all, and why. */
export const NONE_OF_EQUALS: Readonly<Record<string, string>> = {
  std: 'it divides by the deviation',
  var: 'no element is far from the mean',
  softmax: ZERO_SUM,
  log_softmax: ZERO_SUM,
  softmin: ZERO_SUM,
  cross_entropy: ZERO_SUM,
};

/** Whether a tensor of a call can lie like that. */
const allows = (layout: Layout, call: Call, one: Given): boolean => {
  const { shape, dtype } = one.tensor;
  if (one.made !== undefined || shape.length < layout.leastRank) return false;
  if (layout !== expanded && layout !== single) return true;
  if (writes(call.op)) {
    // Elements that are one are not written to, and of what is written to one place any may stay.
    const [written] = tensorsOf(call);
    if (one === written || !givenTo(call).includes(one)) return false;
  }
  if (layout === single) return (dtype !== 'bool' || one.name === 'condition') && !chooses(pageOf(call.op)!.page);
  // Along the axis that is stretched, all that an op might tell apart is one.
  return call.options?.dim !== 0 && (dtype === 'float32' || one.name === 'condition');
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

/** The first call that can lie so. */
const first = (family: Family, calls: Calls): Calls => {
  const [name] = Object.keys(together(family, calls));
  return name === undefined ? {} : { [name]: calls[name]! };
};

const callsIn = (family: Family, calls: Calls, small: Calls): Calls => {
  if (family.alone === 'gradients') return {};
  return oneByOne(family, family.few === true ? first(family, Object.keys(small).length > 0 ? small : calls) : calls);
};

/** It has a gradient, though all elements be equal. */
const isRecorded = ({ layouts }: Family, { op }: Call): boolean => !(layouts.includes(single) && op in NONE_OF_EQUALS);

const gradientsIn = (family: Family, calls: Calls): Calls => {
  if (family.alone === 'values') return {};
  const some = Object.entries(recorded(calls)).filter(([, call]) => isRecorded(family, call));
  const all = together(family, Object.fromEntries(some));
  return family.few === true ? Object.fromEntries(Object.entries(all).slice(0, 1)) : all;
};

/** An op with its tensors in each layout: values, and gradients in the memory that is viewed. */
const rungsOf = (op: string, { id: form, where, calls: of, gradients: some = of }: Group): readonly Rung[] =>
  FAMILIES.flatMap((family): Rung[] => {
    const calls = callsIn(family, of, some);
    const differentiable = gradientsIn(family, some);
    const id = [family.id, form].filter((part) => part !== '').join('-');
    const draft = (kind: string, subject: string, program: Draft): Rung =>
      rung(op, 'C2', kind, id, `${subject}${where} is right for ${family.as}`, program);
    return [
      ...(Object.keys(calls).length > 0 ? [draft('layouts', `\`${op}\``, values(calls))] : []),
      ...(Object.keys(differentiable).length > 0
        ? [draft('gradient-layouts', `the gradient of \`${op}\``, gradients(differentiable))]
        : []),
    ];
  });

/** All calls in each layout, and in cases of their own those of which a library may lack the form. */
export const layoutsOf = ({ layouts }: Ladder, op: string): readonly Rung[] => {
  if (layouts === undefined) return [];
  const { values: calls, gradients: some, apart = [] } = layouts;
  return [
    ...rungsOf(op, { id: '', where: '', calls, gradients: some }),
    ...apart.flatMap((group) => rungsOf(op, { ...group, where: ` ${group.where}` })),
  ];
};

/** Whether anything can be seen of a mutation: asked of calls of its own, where no case has come in its way. */
import { isFloat } from '../../values/dtypes.ts';
import { call, type Form, replaced } from '../calls/called.ts';
import { countOf, type Layout, rowMajor } from '../calls/memory.ts';
import type { Call, Mutation, Tools } from '../mutation.ts';
import type { Part, Sample } from './samples.ts';
import { variants } from './variants.ts';

/** A tensor that lies so, with these elements. */
function made(tools: Tools, { elements: { dtype, shape, data }, lying }: Part): unknown {
  if (lying === undefined) return tools.make(dtype, shape, data);
  const { memory, place } = laid(shape, data, lying);
  const whole = tools.make(dtype, [memory.length], memory);
  return tools.lookAt(whole, place);
}

type Values = readonly (number | bigint)[];

function laid(shape: readonly number[], data: Values, layout: Layout) {
  const strides = rowMajor(shape);
  const other = typeof data[0] === 'bigint' ? 7n : 7;
  if (layout === 'offset') return { memory: [other, other, ...data], place: { shape, strides, offset: 2 } };
  if (layout === 'by steps')
    return { memory: data.flatMap((v) => [v, other]), place: { shape, strides: strides.map((s) => 2 * s), offset: 0 } };
  if (layout === 'expanded') {
    const axis = shape.findIndex((n) => n > 1);
    if (axis < 0) return { memory: data, place: { shape, strides, offset: 0 } };
    return { memory: data, place: { shape, strides: strides.with(axis, 0), offset: 0 } };
  }
  const turned = [...shape].reverse();
  return { memory: data, place: { shape, strides: rowMajor(turned).reverse(), offset: 0 } };
}

/** How often each call is made, of elements in another order each time: some faults come later. */
const TIMES = 3;

const rotated = (part: Part, by: number): Part => {
  const { data } = part.elements;
  return { ...part, elements: { ...part.elements, data: [...data.slice(by), ...data.slice(0, by)] } };
};

/** How a call is made: from which element on, and whether the walk back follows. */
interface Way {
  readonly nth: number;
  readonly back: boolean;
}

/** Makes the call of a sample, and walks back from it, twice. Whether the right op takes it is not asked. */
function make(wrong: Call, sample: Sample, { page, writes, tensorsIn }: Form, tools: Tools, { nth, back }: Way): void {
  const { ops } = tools;
  const parts = new Map([...sample.parts].map(([marker, part]) => [marker, made(tools, rotated(part, nth))]));
  const args = sample.args.map((arg) => replaced(arg, parts, tools));
  if (!back) {
    wrong(...args);
    return;
  }
  const leaves: unknown[] = [];
  const marked = new Map<unknown, unknown>();
  tensorsIn(args).forEach(([name, tensor], i) => {
    if (!isFloat(tools.dtype(tensor)) || !page.differentiable.includes(name) || marked.has(tensor)) return;
    const leaf = ops.requires_grad_!(tensor, {});
    leaves.push(leaf);
    marked.set(tensor, writes && i === 0 ? ops.clone!(leaf, {}) : leaf);
  });
  if (leaves.length === 0) return;
  const given = args.map((arg) => replaced(arg, marked, tools));
  const result = wrong(...given);
  const told = [writes ? given[0] : result].flat().filter((y) => tools.isTensor(y) && tools.requiresGrad(y));
  for (const y of told) walk(y, leaves, tools, ARRIVING[nth % ARRIVING.length]!);
}

/** How the gradient lies that arrives. */
const ARRIVING: readonly (readonly (Layout | undefined)[])[] = [
  [undefined, 'transposed'],
  ['offset', 'by steps'],
  ['expanded'],
];

/** First and second derivatives, with gradients whose elements differ. */
function walk(y: unknown, inputs: readonly unknown[], tools: Tools, layouts: readonly (Layout | undefined)[]): void {
  const { ops, dtype, requiresGrad, isTensor } = tools;
  const shape = tools.shape(y);
  const data = Array.from({ length: countOf(shape) }, (_, i) => ((i * 37) % 11) / 8 + 0.25);
  for (const lying of layouts) {
    const elements = { dtype: dtype(y), shape, data };
    const grad_outputs = made(tools, { name: '', elements, ...(lying === undefined ? {} : { lying }) });
    const options = { grad_outputs, create_graph: true, retain_graph: true, allow_unused: true };
    const first = ops['autograd.grad']!([y], inputs, options) as readonly unknown[];
    for (const g of first) {
      if (!isTensor(g) || !requiresGrad(g)) continue;
      ops['autograd.grad']!([ops.sum!(ops.mul!(g, g, {}), {})], inputs, { retain_graph: true, allow_unused: true });
    }
  }
}

/** Those of the mutations of an op that some call shows. */
export function visible(
  mutations: readonly Mutation[],
  right: Call,
  form: Form,
  samples: readonly Sample[],
  tools: Tools,
): ReadonlySet<Mutation> {
  const seen = new Set<Mutation>();
  for (const kind of new Set(mutations.map((mutation) => mutation.kind))) {
    for (const back of [false, true]) {
      const open = new Set(
        mutations.filter((one) => one.kind === kind && !seen.has(one) && (back || one.bends !== true)),
      );
      if (back) for (const one of open) if (one.bends === false) open.delete(one);
      for (const sample of variants(samples, kind)) {
        if (open.size === 0) break;
        for (const mutation of inTheWay(open, right, form, sample, tools, back)) {
          const noted = () => {
            seen.add(mutation);
            open.delete(mutation);
          };
          const wrong = mutation.apply(right, tools, noted);
          for (let nth = 0; nth < TIMES && open.has(mutation); nth++)
            attempt(() => make(wrong, sample, form, tools, { nth, back }));
        }
      }
    }
  }
  return seen;
}

/** Those that may change anything of a call. */
function inTheWay(
  mutations: ReadonlySet<Mutation>,
  right: Call,
  form: Form,
  sample: Sample,
  tools: Tools,
  back: boolean,
): ReadonlySet<Mutation> {
  const found = new Set<Mutation>();
  let nth = 0;
  const watched: Call = (...args) => {
    const called = call(right, args, form, { nth: nth++, kept: [] }, tools);
    for (const mutation of mutations) if (mutation.when?.(called) !== false) found.add(mutation);
    return called.result;
  };
  for (let i = 0; i < TIMES; i++) attempt(() => make(watched, sample, form, tools, { nth: i, back }));
  return found;
}

function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // What the op refuses shows nothing.
  }
}

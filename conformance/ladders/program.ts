/** A program that grows call by call; the names of each call end in its own suffix. */
import { pageOf } from '../pages/page-of.ts';
import type { Element, Literal, Nested, OpStep, Step, Tolerance } from '../values/case.ts';
import { filled } from '../values/repeats.ts';
import { type Call, type Given, givenTo, type Options, type Tensor, tensorsOf } from './call.ts';

/** A tensor as a fixture writes it: what repeats nothing in full. */
export type Written = Omit<Tensor, 'repeats'> & { readonly requires_grad?: true } & (
    | { readonly data: Nested<Element> }
    | { readonly repeats: readonly Element[] }
  );

/** What JSON has no number for is a text. */
const shown = (value: Element): Element =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;

const written = ({ dtype, shape, repeats: all }: Tensor): Written => {
  const repeats = all.map(shown);
  const size = shape.reduce((n, axis) => n * axis, 1);
  return size <= repeats.length ? { dtype, shape, data: filled(shape, repeats) } : { dtype, shape, repeats };
};

/** A case without its expectations: PyTorch is to be asked for them. */
export interface Draft {
  readonly inputs: Readonly<Record<string, Written>>;
  readonly ops: readonly Step[];
  readonly expected: Readonly<Record<string, Asked>>;
}
export type Asked = '?' | { readonly data: '?'; readonly tolerance: Tolerance };

/** Terms that are added up in any order: each addition is rounded in float32 (accuracy.C7). */
const boundOf = (terms: number): Tolerance => {
  const bound = Number((terms * 2 ** -24).toPrecision(2));
  return { rtol: bound, normwise: bound };
};

/** Whether the op writes to its first operand. */
export const writes = (op: string): boolean => {
  const entry = pageOf(op);
  return entry !== undefined && (entry.inplace || entry.page.mutates === true);
};

/** The name of the first of the tensors that one is made of. */
const sourceOf = (name: string, { made }: Given): string => (made === undefined ? name : `base_${name}`);

/** The name of the leaf that takes the gradient of a call's operand. */
export const leafName = (one: Given, suffix: string): string =>
  one.parameter === true ? `m${suffix}.${one.name}` : sourceOf(`${one.name}${suffix}`, one);

/** Literals with the names that they refer to. */
const refer = (value: Literal, named: (name: string) => string): Literal => {
  if (Array.isArray(value)) return value.map((part) => refer(part, named));
  if (typeof value !== 'object' || value === null) return value;
  const { ref } = value as { readonly ref?: unknown };
  return typeof ref === 'string' ? { ref: named(ref) } : value;
};

const referAll = (options: Options = {}, named: (name: string) => string): Options =>
  Object.fromEntries(Object.entries(options).map(([key, value]) => [key, refer(value, named)]));

const operandsOf = ({ operands }: Call, named: (name: string) => string): Literal[] =>
  operands.map((operand) => {
    if ('literal' in operand) return operand.literal;
    return 'each' in operand ? operand.each.map(({ name }) => named(name)) : named(operand.name);
  });

/** The name of a tensor, and of the memory that it is part of. */
interface Placed {
  readonly name: string;
  readonly whole: string;
}

/** What a call has left: the names of its results, and of the memory that it wrote to, if it did. */
export interface Left {
  readonly results: readonly string[];
  readonly whole: string;
}

export class Program implements Draft {
  readonly inputs: Record<string, Written> = {};
  readonly ops: Step[] = [];
  readonly expected: Record<string, Asked> = {};

  /** Those that are only read, by what they are. */
  private readonly read = new Map<string, string>();
  /** Each tensor has memory of its own, though others be like it. */
  private readonly apart: boolean;

  constructor({ apart = false }: { readonly apart?: boolean } = {}) {
    this.apart = apart;
  }

  /** The name of an input: of one that is like it, if all that is done with either is to read it. */
  give(name: string, tensor: Tensor, use: 'read' | 'leaf' | 'written' = 'read'): string {
    const value = written(tensor);
    const key = JSON.stringify(value);
    const like = use === 'read' && !this.apart ? this.read.get(key) : undefined;
    if (like !== undefined) return like;
    if (use === 'read') this.read.set(key, name);
    this.inputs[name] = { ...value, ...(use === 'leaf' && { requires_grad: true }) };
    return name;
  }

  /** Asks for what the names hold, which the call has made. */
  observe(
    { terms, tolerance = terms === undefined ? undefined : boundOf(terms) }: Call,
    names: readonly string[],
  ): void {
    for (const name of names) this.expected[name] = tolerance === undefined ? '?' : { data: '?', tolerance };
  }

  step(op: string, operands: readonly Literal[], out?: OpStep['out'], options: Options = {}): void {
    this.ops.push({
      op,
      ...(operands.length > 0 && { in: operands }),
      ...(Object.keys(options).length > 0 && { with: options }),
      ...(out !== undefined && { out }),
    });
  }

  /** The name of a tensor that is only read, and is made of others. */
  view(one: Given, name: string): string {
    return this.place(one, name, false, false).name;
  }

  /** Makes a tensor. A leaf must not be written to: a copy takes its place. */
  private place(one: Given, name: string, leaf: boolean, isWritten: boolean): Placed {
    const { made } = one;
    const use = leaf ? 'leaf' : isWritten ? 'written' : 'read';
    const source = this.give(sourceOf(name, one), made?.from[0] ?? one.tensor, use);
    const copied = leaf && isWritten;
    const whole = copied ? `y${name}` : source;
    if (copied) this.step('clone', [source], whole);
    let last = whole;
    for (const [k, { op, beside, options }] of made?.by.entries() ?? []) {
      const others = beside === undefined ? [] : [this.give(`base${beside + 1}_${name}`, made!.from[beside]!)];
      const next = k === made!.by.length - 1 ? name : `part${k + 1}_${name}`;
      this.step(op, [last, ...others], next, options);
      last = next;
    }
    return { name: last, whole };
  }

  /** Makes the module of a call, and loads its parameters. */
  private make(call: Call, name: string, named: (name: string) => string): void {
    const { op, options } = call.module!;
    this.step(op, [], name, referAll(options, named));
    const state = givenTo(call).filter(({ parameter }) => parameter === true);
    if (state.length === 0) return;
    const state_dict = Object.fromEntries(state.map((one) => [one.name, { ref: named(one.name) }]));
    this.step('load_state_dict', [name], undefined, { state_dict });
  }

  /** Makes a call; of a module, `through` the one of that name, or through one that is made for it. */
  call(call: Call, suffix: string, leaves: readonly Given[] = [], through?: string): Left {
    const inPlace = writes(call.op);
    const names = new Map<string, string>();
    let whole: string | undefined;
    const inputs = givenTo(call).filter(({ parameter }) => parameter !== true);
    for (const one of through === undefined ? tensorsOf(call) : inputs) {
      const leaf = leaves.includes(one) && one.parameter !== true;
      const placed = this.place(one, `${one.name}${suffix}`, leaf, inPlace && whole === undefined);
      names.set(one.name, placed.name);
      whole ??= placed.whole;
    }
    const named = (name: string): string => names.get(name)!;
    const out = Array.from({ length: call.results ?? 1 }, (_, k) => `${'yz'[k]}${suffix}`);
    if (call.module !== undefined) {
      if (through === undefined) this.make(call, `m${suffix}`, named);
      const others = call.operands.filter((operand) => !('parameter' in operand));
      this.step('call', [through ?? `m${suffix}`, ...operandsOf({ ...call, operands: others }, named)], out[0]!);
      return { results: out, whole: out[0]! };
    }
    this.step(
      call.op,
      operandsOf(call, named),
      inPlace ? undefined : out.length === 1 ? out[0]! : out,
      referAll(call.options, named),
    );
    return inPlace ? { results: [whole!], whole: whole! } : { results: out, whole: out[0]! };
  }
}

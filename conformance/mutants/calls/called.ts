/** One call of an op, as a fault sees it: once the right op has run, and before anybody looks at its result. */
import type { Page } from '../../pages/page.ts';
import type { Call, Tools } from '../mutation.ts';
import { type Elements, elementsOf, type Memory } from './memory.ts';

/** A tensor that the op was given: an operand, an item of a list, an index. */
export interface Given {
  /** The operand's name on the page, or the option's. */
  readonly name: string;
  readonly tensor: unknown;
  readonly memory: Memory;
  /** Where its gradient goes. */
  readonly edge: unknown;
}

/** What another call is given instead. */
export interface Otherwise {
  readonly tensors?: ReadonlyMap<unknown, unknown>;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface Called {
  readonly page: Page;
  readonly op: string;
  readonly tools: Tools;
  /** How many calls came before it in this case. */
  readonly nth: number;
  /** What a fault keeps from one of them to the next. */
  readonly kept: unknown[];
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly given: readonly Given[];
  /** It writes to its first operand. */
  readonly writes: boolean;
  /** What the right op gave. */
  readonly result: unknown;
  /** The tensors of that. */
  readonly results: readonly unknown[];
  /** What a tensor that it was given held before the call. */
  readonly before: (given: Given) => Elements;
  /** What the right op gives of other operands; undefined where it refuses them. Of one that writes: what is written. */
  readonly again: (otherwise: Otherwise) => unknown;
}

/** What calls came before. */
export type Earlier = Pick<Called, 'nth' | 'kept'>;

/** How the tensors lie in the arguments of a place that calls are made to. */
export interface Form {
  readonly page: Page;
  readonly op: string;
  readonly writes: boolean;
  readonly tensorsIn: (args: readonly unknown[]) => readonly (readonly [name: string, tensor: unknown])[];
  /** Where the options stand among the arguments. */
  readonly options: (args: readonly unknown[]) => Readonly<Record<string, unknown>>;
  readonly withOptions: (args: readonly unknown[], options: object) => unknown[];
}

type Named = readonly [name: string, tensor: unknown];

const tensorsOf = (name: string, value: unknown, { isTensor }: Tools): Named[] => {
  if (isTensor(value)) return [[name, value]];
  if (Array.isArray(value)) return value.flatMap((item) => tensorsOf(name, item, { isTensor } as Tools));
  const item = (value as { tensor?: unknown } | undefined | null)?.tensor;
  return isTensor(item) ? [[name, item]] : [];
};

/** The arguments of an op: its operands, then its options. */
export const formOfOp = (page: Page, op: string, tools: Tools): Form => ({
  page,
  op,
  writes: page.mutates === true || page.inplace === op,
  tensorsIn: (args) => [
    ...page.operands.flatMap(({ name }, i) => tensorsOf(name, args[i], tools)),
    ...Object.entries(args.at(-1) ?? {}).flatMap(([name, value]) => tensorsOf(name, value, tools)),
  ],
  options: (args) => (args.at(-1) ?? {}) as Readonly<Record<string, unknown>>,
  withOptions: (args, options) => args.with(-1, options),
});

/** Another argument: with other tensors in the place of some, however deep. */
export const replaced = (value: unknown, by: ReadonlyMap<unknown, unknown>, tools: Tools): unknown => {
  if (by.has(value)) return by.get(value);
  if (Array.isArray(value)) return value.map((item) => replaced(item, by, tools));
  if (typeof value !== 'object' || value === null || tools.isTensor(value)) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, by, tools)]));
};

const NOTHING: ReadonlyMap<unknown, unknown> = new Map();

/** Makes the call, and gives it as faults see it. What the op raises, it raises. */
export function call(right: Call, args: readonly unknown[], form: Form, { nth, kept }: Earlier, tools: Tools): Called {
  const given = form
    .tensorsIn(args)
    .map(([name, tensor]): Given => ({ name, tensor, memory: tools.memory(tensor), edge: tools.edge(tensor) }));
  const old = new Map<unknown, Elements>();
  if (form.writes) for (const { tensor, memory } of given) old.set(tensor, elementsOf(memory));
  const result = right(...args);
  const before = ({ tensor, memory }: Given): Elements => {
    const known = old.get(tensor) ?? elementsOf(memory);
    old.set(tensor, known);
    return known;
  };
  const again = ({ tensors = NOTHING, options }: Otherwise): unknown => {
    const by = new Map(tensors);
    const self = given[0];
    if (form.writes && self !== undefined) {
      const { dtype, shape, data } = before(self);
      if (!by.has(self.tensor)) by.set(self.tensor, tools.make(dtype, shape, data));
    }
    const other = args.map((arg) => replaced(arg, by, tools));
    const all = options === undefined ? other : form.withOptions(other, { ...form.options(other), ...options });
    try {
      const found = tools.withoutGraph(() => right(...all));
      return form.writes ? all[0] : found;
    } catch {
      return undefined;
    }
  };
  const { page, op, writes } = form;
  const told = writes ? args[0] : result;
  const results = [told].flat().filter(tools.isTensor);
  const options = form.options(args);
  return { page, op, tools, nth, kept, args, options, given, writes, result, results, before, again };
}

/** The axes that `dim` names, counted from 0; undefined where none is named. */
export const axesOf = ({ options, given: [first] }: Called): readonly number[] | undefined => {
  const dim = options.dim ?? options.axis ?? options.dims;
  if (dim === undefined || dim === null || first === undefined) return undefined;
  const rank = first.memory.shape.length;
  return ([dim].flat() as number[]).map((axis) => (axis < 0 ? axis + rank : axis));
};

/**
 * Small wrong changes to one op of a library that passes: each is what some library really got wrong. The suite is
 * worth what it notices of them.
 */
import type { Adapter } from '../adapter/contract.ts';
import type { Page } from '../page.ts';

type Call = (...args: unknown[]) => unknown;
/** The library's ops, to make the wrong results with. */
export type Toolbox = Readonly<Record<string, Call>>;

/** What a mutant turns a right result into; `same` where this result gives it nothing to change. */
export const same: unique symbol = Symbol('same');

export interface Mutation {
  readonly name: string;
  /** Whether it makes sense for an op with this page. */
  readonly suits: (page: Page, op: string) => boolean;
  /** The wrong op, given the right one. It calls `noted` when it really changed something. */
  readonly apply: (right: Call, tools: Tools, noted: () => void) => Call;
}

export interface Tools {
  readonly ops: Toolbox;
  readonly isTensor: (value: unknown) => boolean;
  readonly dtype: (tensor: unknown) => string;
  readonly shape: (tensor: unknown) => readonly number[];
  readonly values: (tensor: unknown) => readonly (number | bigint | boolean)[];
  readonly requiresGrad: (tensor: unknown) => boolean;
  readonly detach: (tensor: unknown) => unknown;
  readonly withoutGraph: (run: () => unknown) => unknown;
}

type Change = (tensor: unknown, tools: Tools) => unknown;

const isFloat = (tools: Tools, t: unknown): boolean => tools.dtype(t).includes('float');
const o = {};

/** Changes of a tensor that the op gives back. */
const changes: Readonly<Record<string, Change>> = {
  'a value 1 % too large': (t, tools) => (isFloat(tools, t) ? tools.ops.mul!(t, 1.01, o) : same),
  'an integer one too large': (t, tools) => (tools.dtype(t).includes('int') ? tools.ops.add!(t, 1, o) : same),
  'a bool turned round': (t, tools) => (tools.dtype(t) === 'bool' ? tools.ops.eq!(t, false, o) : same),
  'zero for everything': (t, tools) => (isFloat(tools, t) ? tools.ops.zeros_like!(t, o) : same),
  'a wider dtype': (t, tools) => (tools.dtype(t) === 'float32' ? tools.ops.to!(t, { dtype: 'float64' }) : same),
  'an axis too many': (t, tools) => tools.ops.unsqueeze!(t, { dim: 0 }),
  'no gradient': (t, tools) => (tools.requiresGrad(t) ? tools.detach(t) : same),
  'a gradient 1 % too large': (t, tools) => {
    if (!tools.requiresGrad(t)) return same;
    const zero = tools.ops.sub!(t, tools.detach(t), o);
    return tools.values(zero).every((v) => v === 0) ? tools.ops.add!(t, tools.ops.mul!(zero, 0.01, o), o) : same;
  },
  'zero for NaN': (t, tools) => replaced(t, tools, Number.isNaN, 0),
  'the largest number for infinity': (t, tools) => replaced(t, tools, (v) => v === Infinity, 3.4028234663852886e38),
  'zero for minus zero': (t, tools) => replaced(t, tools, (v) => Object.is(v, -0), 0),
};

function replaced(t: unknown, tools: Tools, wrong: (v: number) => boolean, by: number): unknown {
  if (!isFloat(tools, t)) return same;
  const hits = tools.values(t).map((v) => wrong(Number(v)));
  if (!hits.includes(true)) return same;
  const mask = tools.ops.reshape!(tools.ops.tensor!(hits, o), { shape: tools.shape(t) });
  return tools.ops.where!(mask, by, t, o);
}

const changed =
  (change: Change) =>
  (right: Call, tools: Tools, noted: () => void): Call =>
  (...args) => {
    const result = right(...args);
    const one = (value: unknown) => {
      if (!tools.isTensor(value)) return value;
      const wrong = change(value, tools);
      if (wrong === same) return value;
      noted();
      return wrong;
    };
    return Array.isArray(result) ? result.map(one) : one(result);
  };

/** An in-place op that writes the wrong value: the same changes, written back. */
const written =
  (change: Change) =>
  (right: Call, tools: Tools, noted: () => void): Call =>
  (...args) => {
    const result = right(...args);
    const wrong = change(tools.detach(args[0]), tools);
    if (wrong === same) return result;
    noted();
    tools.withoutGraph(() => tools.ops.copy_!(args[0], wrong, o));
    return result;
  };

/** Swapping the operands of these changes nothing. */
const SYMMETRIC = new Set([
  'mul',
  'maximum',
  'minimum',
  'eq',
  'ne',
  'equal',
  'dot',
  'l1_loss',
  'mse_loss',
  'smooth_l1_loss',
]);
const VALUES = ['a value 1 % too large', 'an integer one too large', 'zero for everything'] as const;

const givesTensors = (page: Page): boolean => page.results.some((r) => r.type === 'tensor' || r.type === 'any');
const writes = (page: Page, op: string): boolean => page.mutates === true || page.inplace === op;
const hostTypes = new Set(['int', 'float', 'bool', 'ints', 'size', 'text', 'scalar', 'host']);

const wrongHost = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}_`;
  return Array.isArray(value) ? [...value.map(wrongHost)] : value;
};

export const mutations: readonly Mutation[] = [
  ...Object.entries(changes).map(
    ([name, change]): Mutation => ({
      name,
      suits: (page, op) => givesTensors(page) && !writes(page, op),
      apply: changed(change),
    }),
  ),
  ...VALUES.map((name): Mutation => ({ name: `${name}, written`, suits: writes, apply: written(changes[name]!) })),
  {
    name: 'another host value',
    suits: (page) => page.results.some((r) => hostTypes.has(r.type)),
    apply:
      (right, _tools, noted) =>
      (...args) => {
        const value = right(...args);
        const wrong = wrongHost(value);
        if (wrong !== value) noted();
        return wrong;
      },
  },
  {
    name: 'operands the wrong way round',
    suits: (page, op) =>
      page.operands.length === 2 && page.operands.every((p) => p.type.startsWith('tensor')) && !SYMMETRIC.has(op),
    apply:
      (right, _tools, noted) =>
      (a, b, ...rest) => {
        if (b === undefined || a === b) return right(a, b, ...rest);
        noted();
        return right(b, a, ...rest);
      },
  },
  {
    name: 'nothing raised',
    suits: (page) => page.errors.length > 0,
    apply:
      (right, _tools, noted) =>
      (...args) => {
        try {
          return right(...args);
        } catch {
          noted();
          return args[0];
        }
      },
  },
  {
    name: 'a copy for a view',
    suits: (page) => page.view === true && givesTensors(page),
    apply:
      (right, tools, noted) =>
      (...args) => {
        const result = right(...args);
        if (!tools.isTensor(result)) return result;
        noted();
        return tools.ops.clone!(result, o);
      },
  },
  {
    name: 'a write to a copy',
    suits: writes,
    apply:
      (right, tools, noted) =>
      (self, ...rest) => {
        if (!tools.isTensor(self)) return right(self, ...rest);
        noted();
        return right(tools.ops.clone!(tools.detach(self), o), ...rest);
      },
  },
];

/** One mutation for each option of a page: the op that does not look at it. */
export const optionMutations = (page: Page): readonly Mutation[] =>
  Object.keys(page.options).map((option) => ({
    name: `no look at ${option}`,
    suits: () => true,
    apply:
      (right, _tools, noted) =>
      (...args) => {
        const options = args.at(-1) as Record<string, unknown>;
        if (options[option] === undefined) return right(...args);
        noted();
        const { [option]: _dropped, ...rest } = options;
        return right(...args.slice(0, -1), rest);
      },
  }));

/** The adapter with one of its ops replaced. */
export const withOp = <T>(adapter: Adapter<T>, op: string, wrong: Call): Adapter<T> =>
  ({ ...adapter, ops: { ...adapter.ops, [op]: wrong } }) as Adapter<T>;

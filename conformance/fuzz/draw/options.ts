/** Options from their JSON Schemas: a small generator for each kind of value, with what is known of the operands. */
import type { Shape } from '../../arbitraries/shape.ts';
import type { OptionSchema, Page } from '../../pages/page.ts';
import type { Literal } from '../../values/case.ts';
import type { Dice } from './dice.ts';
import type { Draft } from './draft.ts';
import { takenBy } from './dtypes.ts';
import { neverBeside, onlyBeside } from './not-drawn.ts';

/** What an option is drawn for. */
export interface Around {
  readonly page: Page;
  /** Of the first operand; that of a new tensor if there is none. */
  readonly shape: Shape;
  /** An operand is of integers or bools. */
  readonly whole?: boolean;
}
type Draw = (draft: Draft, around: Around) => Literal | undefined;

/** A Python number, mostly a simple one: halves, and integers as ints or as floats. */
export const scalar = (dice: Dice): Literal =>
  dice.weighted<() => Literal>(
    [5, () => dice.int(-3, 4)],
    [3, () => dice.int(-4, 3) + 0.5],
    [2, () => ({ float: dice.int(-2, 3) })],
    [1, () => dice.chance(0.5)],
  )();

const number = (dice: Dice): Literal => {
  const drawn = scalar(dice);
  return typeof drawn === 'boolean' ? 2 : drawn;
};

const distinctAxes = (draft: Draft, { shape }: Around): number[] => {
  const rank = shape.length;
  const axes = draft.dice.shuffled(shape.map((_, k) => k)).slice(0, draft.dice.int(1, Math.max(1, rank)));
  return axes.map((k) => (draft.dice.chance(0.3) ? k - rank : k));
};

/** By the name of the definition in values.schema.json. */
const byKind: Readonly<Record<string, Draw>> = {
  bool: ({ dice }) => dice.chance(0.6),
  int: ({ dice }) => dice.int(0, 3),
  safe: ({ dice }) => dice.int(0, 3),
  number: ({ dice }) => number(dice),
  scalar: ({ dice }) => scalar(dice),
  dim: (draft, { shape }) => draft.axis(shape),
  dimOrNone: (draft, { shape }) => (draft.dice.chance(0.1) ? null : draft.axis(shape)),
  dimsOrNone: (draft, around) => (draft.dice.chance(0.1) ? null : byKind.dims!(draft, around)),
  dims: (draft, around) => (draft.dice.chance(0.6) ? draft.axis(around.shape) : distinctAxes(draft, around)),
  ints: (draft, around) => distinctAxes(draft, around),
  dtype: (draft, { page }) => draft.dtype(takenBy(page)),
  device: () => 'cpu',
  layout: () => 'strided',
  reduction: ({ dice }) => dice.pick(['none', 'mean', 'sum']),
  rounding: ({ dice }) => dice.pick(['trunc', 'floor']),
  pair: ({ dice }) => (dice.chance(0.5) ? dice.int(1, 2) : [dice.int(1, 2), dice.int(1, 2)]),
  size: (draft) => draft.shape(),
  shape: (draft) => draft.shape(),
};

/** Options that mean more than their schema says, as `op.option`. */
const byName: Readonly<Record<string, Draw>> = {
  'unsqueeze.dim': ({ dice }, { shape }) => dice.int(-shape.length - 1, shape.length),
  'stack.dim': ({ dice }, { shape }) => dice.int(-shape.length - 1, shape.length),
  'permute.dims': ({ dice }, { shape }) =>
    dice.shuffled(shape.map((_, k) => (dice.chance(0.3) ? k - shape.length : k))),
  'transpose.dim0': (draft, { shape }) => draft.axis(shape),
  'transpose.dim1': (draft, { shape }) => draft.axis(shape),
  'add.alpha': ({ dice }, { whole }) => (whole ? dice.int(-2, 3) : number(dice)),
  'sub.alpha': ({ dice }, { whole }) => (whole ? dice.int(-2, 3) : number(dice)),
  'norm.p': ({ dice }) =>
    dice.pick<Literal>([1, 2, { float: 2 }, 'fro', 3, 0, { float: 'Infinity' }, { float: '-Infinity' }, 0.5]),
  'cross_entropy.ignore_index': ({ dice }) => dice.pick([-100, -1, 0, 1]),
  'nll_loss.ignore_index': ({ dice }) => dice.pick([-100, -1, 0, 1]),
  'cross_entropy.label_smoothing': ({ dice }) => dice.pick<Literal>([{ float: 0 }, 0.1, 0.5, { float: 1 }]),
  'smooth_l1_loss.beta': ({ dice }) => dice.pick<Literal>([{ float: 1 }, 0.5, 2, { float: 0 }]),
  'var.correction': ({ dice }) => dice.pick<Literal>([0, 1, 2, -1, { float: 1 }, 0.5]),
  'std.correction': ({ dice }) => dice.pick<Literal>([0, 1, 2, -1, { float: 1 }, 0.5]),
  'full.fill_value': ({ dice }) => scalar(dice),
  'conv2d.groups': () => undefined,
};
// Leaves are drawn as inputs.
const left: ReadonlySet<string> = new Set(['requires_grad']);

const kindOf = (schema: OptionSchema): string => String((schema as { $ref?: string }).$ref ?? '').replace(/.*\//, '');

const drawOption = (draft: Draft, name: string, around: Around): Literal | undefined => {
  const schema = around.page.options[name]!;
  const own = byName[`${around.page.name}.${name}`];
  if (own !== undefined) return own(draft, around);
  const listed = (schema as { enum?: readonly Literal[] }).enum;
  if (listed !== undefined) return draft.dice.pick(listed);
  return byKind[kindOf(schema)]?.(draft, around);
};

/** What an option is called in reports. */
export const optionOf = ({ name }: Page, option: string): string => `${name}.${option}`;

const isAlias = (schema: OptionSchema): schema is { readonly alias: string } => 'alias' in schema;

/** The options of an op: all that it requires, and some of the others; now and then under another of their names. */
export const drawOptions = (draft: Draft, around: Around, share = 0.4): Record<string, Literal> => {
  const { dice } = draft;
  const { options, required = [], results } = around.page;
  const drawn: Record<string, Literal> = {};
  for (const [name, schema] of Object.entries(options)) {
    if (isAlias(schema) || left.has(name) || !(required.includes(name) || dice.chance(share))) continue;
    if (!required.includes(name) && draft.mood.without.has(optionOf(around.page, name))) continue;
    const value = drawOption(draft, name, around);
    if (value === undefined) continue;
    const aliases = Object.keys(options).filter((other) => {
      const alias = options[other]!;
      return isAlias(alias) && alias.alias === name;
    });
    drawn[aliases.length > 0 && dice.chance(0.2) ? dice.pick(aliases) : name] = value;
  }
  // Where an option brings a second result, the others come with it.
  const brings = results.find((result) => result.with !== undefined)?.with;
  const given = new Set(Object.keys(drawn).map((name) => canonical(name, options)));
  if (brings !== undefined && !given.has(brings)) return {};
  return Object.fromEntries(Object.entries(drawn).filter(([name]) => isAllowed(name, drawn, options)));
};

const canonical = (name: string, options: Page['options']): string => {
  const schema = options[name]!;
  return isAlias(schema) ? schema.alias : name;
};

/** Whether what an option is only drawn beside is there too. */
const isAllowed = (name: string, drawn: Readonly<Record<string, Literal>>, options: Page['options']): boolean => {
  const has = (wanted: string): boolean => Object.keys(drawn).some((other) => canonical(other, options) === wanted);
  const rule = onlyBeside.find(({ option }) => option === canonical(name, options));
  return (
    (rule === undefined || has(rule.beside)) &&
    !neverBeside.some(({ option, beside }) => option === name && has(beside))
  );
};

/** Options from their JSON Schemas: a small generator for each kind of value, with what is known of the operands. */
import { type Shape, volume } from '../../arbitraries/shape.ts';
import { definitionOf } from '../../pages/options.ts';
import type { OptionSchema, Page } from '../../pages/page.ts';
import type { Literal } from '../../values/case.ts';
import type { Dice } from './dice.ts';
import type { Draft } from './draft.ts';
import { takenBy } from './dtypes.ts';
import { neverBeside, onlyBeside, optionsLeftOut } from './not-drawn.ts';

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

/** The same, but no bool. */
export const number = (dice: Dice): Literal => {
  const drawn = scalar(dice);
  return typeof drawn === 'boolean' ? 2 : drawn;
};

const distinctAxes = (draft: Draft, { shape }: Around): number[] => {
  const rank = shape.length;
  const axes = draft.dice.shuffled(shape.map((_, k) => k)).slice(0, draft.dice.int(1, Math.max(1, rank)));
  return axes.map((k) => (draft.dice.chance(0.3) ? k - rank : k));
};

/** A size with as many elements, now and then with one part left open. */
const regrouped = ({ dice }: Draft, elements: number): readonly number[] => {
  const sizes: number[] = [];
  let left = elements;
  while (left > 1 && sizes.length < 3) {
    const divisors = [1, 2, 3, 4, 6].filter((n) => left % n === 0);
    const n = dice.pick(divisors);
    sizes.push(n);
    left /= n;
  }
  if (left !== 1 || dice.chance(0.1)) sizes.splice(dice.int(0, sizes.length), 0, left);
  if (elements === 0 || sizes.length === 0 || !dice.chance(0.3)) return sizes;
  return sizes.with(dice.int(0, sizes.length - 1), -1);
};

/** By the name of the definition in values.schema.json. */
const byKind: Readonly<Record<string, Draw>> = {
  bool: ({ dice }) => dice.chance(0.6),
  int: ({ dice }) => dice.int(0, 3),
  number: ({ dice }) => number(dice),
  scalar: ({ dice }) => scalar(dice),
  dim: (draft, { shape }) => draft.axis(shape),
  newDim: ({ dice }, { shape }) => dice.int(-shape.length - 1, shape.length),
  dimOrNone: (draft, { shape }) => (draft.dice.chance(0.1) ? null : draft.axis(shape)),
  dimsOrNone: (draft, around) => (draft.dice.chance(0.1) ? null : byKind.dims!(draft, around)),
  dims: (draft, around) => (draft.dice.chance(0.6) ? draft.axis(around.shape) : distinctAxes(draft, around)),
  permutation: ({ dice }, { shape }) => dice.shuffled(shape.map((_, k) => (dice.chance(0.3) ? k - shape.length : k))),
  dtype: (draft, { page }) => draft.dtype(takenBy(page)),
  device: () => 'cpu',
  layout: () => 'strided',
  reduction: ({ dice }) => dice.pick(['none', 'mean', 'sum']),
  rounding: ({ dice }) => dice.pick(['trunc', 'floor']),
  pair: ({ dice }) => (dice.chance(0.5) ? dice.int(1, 2) : [dice.int(1, 2), dice.int(1, 2)]),
  size: (draft, { page, shape }) => (page.operands.length > 0 ? regrouped(draft, volume(shape)) : draft.shape()),
};

/** Options that mean in every op more than their schema says. */
const byName: Readonly<Record<string, Draw>> = {
  // It is multiplied with an operand: beside integers alone, PyTorch takes no float.
  alpha: ({ dice }, { whole }) => (whole ? dice.int(-2, 3) : number(dice)),
};

const isLeftOut = (page: Page, option: string): boolean =>
  optionsLeftOut.some(
    ({ kind, name }) => name === option || (kind !== undefined && kind === definitionOf(page, option)),
  );

const drawOption = (draft: Draft, name: string, around: Around): Literal | undefined => {
  const { examples, enum: listed } = around.page.options[name] as Listed;
  const values = examples ?? listed;
  if (values !== undefined) return draft.dice.pick(values);
  const draw = byName[name] ?? byKind[definitionOf(around.page, name) ?? ''];
  return draw?.(draft, around);
};

/** The values that an option's schema lists. */
interface Listed {
  readonly examples?: readonly Literal[];
  readonly enum?: readonly Literal[];
}

const SHARE = 0.4;

/** What an option is called in reports. */
export const optionOf = ({ name }: Page, option: string): string => `${name}.${option}`;

const isAlias = (schema: OptionSchema): schema is { readonly alias: string } => 'alias' in schema;

/** The options of an op but some: all that it requires, and a share of the others; now and then under another of their names. */
export const drawOptions = (draft: Draft, around: Around, but: readonly string[] = []): Record<string, Literal> => {
  const { dice } = draft;
  const { options, required = [], results } = around.page;
  const drawn: Record<string, Literal> = {};
  for (const [name, schema] of Object.entries(options)) {
    if (
      isAlias(schema) ||
      isLeftOut(around.page, name) ||
      but.includes(name) ||
      !(required.includes(name) || dice.chance(SHARE))
    )
      continue;
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

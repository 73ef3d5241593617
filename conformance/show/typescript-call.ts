import { type CallStyle, callOf } from '../pages/call.ts';
import type { Page } from '../pages/page.ts';
import { pageOf } from '../pages/page-of.ts';
import type { Literal, OpStep } from '../values/case.ts';
import type { Held } from './host-names.ts';
import { optionsOf, orderOf } from './order.ts';
import { list, operand, option, record } from './typescript-values.ts';

/** An option under the name of its page: `axis` is `dim`. */
const canonical = (name: string, page: Page | undefined): string => {
  const alias = page?.options[name];
  return alias !== undefined && 'alias' in alias ? String(alias.alias) : name;
};

/** Whether 2 and 2.0 differ to this option. */
const tellsFloats = (name: string, step: OpStep, page: Page | undefined): boolean => {
  const schema = page?.options[name] as { readonly $ref?: string } | undefined;
  return step.op === 'arange' || schema?.$ref?.endsWith('/scalar') === true;
};

/** The options of a call; those that stand by position under their own names. */
const namedAsPlaced = (step: OpStep, page: Page | undefined, positional: readonly string[]): Map<string, Literal> =>
  new Map(
    Object.entries(optionsOf(step)).map(([name, value]) => {
      const own = canonical(name, page);
      return [positional.includes(own) ? own : name, value];
    }),
  );

/** Operands, with the options that stand between them, then the options that have a position, then an object of the others, before which every place is filled. */
const argumentsOf = (step: OpStep, operands: readonly Literal[], arity: number): string => {
  const entry = pageOf(step.op);
  const page = entry?.page;
  const positional = entry === undefined ? [] : callOf(entry).positional;
  const options = namedAsPlaced(step, page, positional);
  const between = entry === undefined ? [] : callOf(entry).between;
  const order = orderOf(step.op, positional, Object.fromEntries(options));
  const written = (name: string): string => option(options.get(name)!, tellsFloats(name, step, page));
  const named = [...options.keys()].filter((name) => !order.includes(name) && !between.includes(name));
  const last = named.length > 0 ? order.length : order.findLastIndex((name) => options.has(name)) + 1;
  // A size that is left out beside two tensors is none, as in their place an operand would be.
  const leftOut = step.op === 'normal' ? 'null' : 'undefined';
  const placed = order.slice(0, last).map((name) => (options.has(name) ? written(name) : leftOut));
  const given = operands.map(operand);
  const padding = placed.length + named.length > 0 ? Math.max(0, arity - given.length) : 0;
  const object = named.length > 0 ? [record(named.map((name) => [name, written(name)] as const))] : [];
  // A method stands behind the first operand.
  const first = arity === page?.operands.length ? 1 : 0;
  return [
    ...given.slice(0, first),
    ...between.map(written),
    ...given.slice(first),
    ...new Array<string>(padding).fill('null'),
    ...placed,
    ...object,
  ].join(', ');
};

const rooms: readonly (readonly [from: string, to: string])[] = [
  ['torch.nn.functional.', 'nn.functional.'],
  ['torch.nn.', 'new nn.'],
  ['torch.optim.', 'new optim.'],
  ['torch.utils.data.', 'new data.'],
  ['torch.Generator', 'new Generator'],
];
const imported = (name: string): string => {
  const room = rooms.find(([from]) => name.startsWith(from));
  return room === undefined ? name : room[1] + name.slice(room[0].length);
};

/** Of a page's operands, how many places they take. */
const arityOf = (page: Page): number => (page.operands.some(({ variadic }) => variadic) ? 0 : page.operands.length);

/** An operator's method where it has a tensor to be called on: before it a number may stand. */
const asMethod = (style: CallStyle, [first, ...rest]: readonly Literal[], held: (path: string) => Held): boolean =>
  style.as === 'method' ||
  (style.as === 'operator' && (rest.length === 0 || (typeof first === 'string' && held(first) === 'tensor')));

const index = (step: OpStep): string[] =>
  ((step.with?.index ?? []) as readonly Literal[]).map((entry) => option(entry, false));

/** A step as a call of the reference's API: a function, a method, an attribute or an index, as its page says and what is held allows. */
export const expression = (step: OpStep, held: (path: string) => Held): string => {
  const operands = step.in ?? [];
  const [first = '', ...rest] = operands.map(operand);
  const entry = pageOf(step.op);
  switch (step.op) {
    case 'getitem':
      return held(operands[0] as string) === 'tensor'
        ? `${first}.getitem(${index(step).join(', ')})`
        : `${first}.at(${index(step)[0]})!`;
    case 'setitem':
      return `${first}.setitem(${list(index(step))}, ${rest[0]})`;
    case 'tuple':
    case 'list':
      return list(operands.map(operand));
    case 'len':
      return `${first}.length`;
    case 'next':
      return `data.next(${first})`;
    case 'call':
      return `${first}.forward(${rest.join(', ')})`;
    case 'manual_seed':
      return `${first || 'torch'}.manual_seed(${argumentsOf(step, [], 0)})`;
  }
  if (entry === undefined) return `torch.${step.op}(${argumentsOf(step, operands, 0)})`;
  const style = callOf(entry);
  const arity = arityOf(entry.page);
  if (style.as === 'attribute') return `${first}.${step.op}`;
  if (asMethod(style, operands, held)) return `${first}.${step.op}(${argumentsOf(step, operands.slice(1), arity - 1)})`;
  return `${imported(entry.page.torch)}(${argumentsOf(step, operands, arity)})`;
};

import { type CallStyle, callOf } from '../pages/call.ts';
import { pageOf } from '../pages/page-of.ts';
import type { Case, Literal, OpStep } from '../values/case.ts';
import type { Dialect } from './dialect.ts';
import { optionsOf, orderOf } from './order.ts';
import { program } from './program.ts';
import { index, operand, option, path, tensor, tuple, variable } from './python-values.ts';

const rooms: readonly (readonly [from: string, to: string])[] = [
  ['torch.nn.functional.', 'F.'],
  ['torch.nn.', 'nn.'],
  ['torch.optim.', 'optim.'],
  ['torch.utils.data.', 'data.'],
];
const imported = (name: string): string => {
  const room = rooms.find(([from]) => name.startsWith(from));
  return room === undefined ? name : room[1] + name.slice(room[0].length);
};

/** Operands and options in brackets, `before` operands standing in front of them: by position up to the first place that is left out, else by name. */
const argumentsOf = (
  step: OpStep,
  operands: readonly Literal[],
  style: CallStyle | undefined,
  before: 0 | 1 = 0,
): string => {
  const options = optionsOf(step);
  const positional = style?.positional.filter((name) => !style.keyword.includes(name)) ?? [];
  const between = style?.between.filter((name) => name in options) ?? [];
  const order = orderOf(step.op, positional, options);
  const gap = order.findIndex((name) => !(name in options));
  const placed = gap === -1 ? order : order.slice(0, gap);
  const named = Object.entries(options).filter(([name]) => !placed.includes(name) && !between.includes(name));
  const [first, others] = [operands.slice(0, 1 - before), operands.slice(1 - before)];
  return [
    ...first.map(operand),
    ...between.map((name) => option(options[name]!, name)),
    ...others.map(operand),
    ...placed.map((name) => option(options[name]!, name)),
    ...named.map(([name, value]) => `${name}=${option(value, name)}`),
  ].join(', ');
};

/** `-2` binds less tightly than `**`. */
const inBrackets = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

/** `x + y`, `-x`. */
const operation = (symbol: string, [first, second]: readonly string[]): string =>
  second === undefined ? `${symbol}${inBrackets(first!)}` : `${inBrackets(first!)} ${symbol} ${second}`;

const expression = (step: OpStep): string => {
  const operands = step.in ?? [];
  const [first = '', ...rest] = operands.map(operand);
  const options = step.with ?? {};
  const entry = pageOf(step.op);
  const style = entry && callOf(entry);
  switch (step.op) {
    case 'getitem':
      return `${first}[${index(options.index as readonly Literal[])}]`;
    case 'tuple':
      return tuple(operands.map(operand));
    case 'list':
      return `[${operands.map(operand).join(', ')}]`;
    case 'len':
      return `len(${first})`;
    case 'next':
      return `next(iter(${first}))`;
    case 'call':
      return `${first}(${rest.join(', ')})`;
    case 'parameters':
      return `list(${first}.parameters())`;
    case 'manual_seed':
      return `${first || 'torch'}.manual_seed(${argumentsOf(step, [], style)})`;
  }
  if (entry === undefined || style === undefined) return `torch.${step.op}(${argumentsOf(step, operands, style)})`;
  if (style.as === 'attribute') return `${first}.${step.op}`;
  if (style.as === 'method')
    return `${inBrackets(first)}.${step.op}(${argumentsOf(step, operands.slice(1), style, 1)})`;
  // An operator takes no options, and of numbers alone it would be Python's own.
  const operates = Object.keys(options).length === 0 && operands.some((value) => typeof value === 'string');
  if (style.as === 'operator' && operates) return operation(style.symbol!, [first, ...rest]);
  return `${imported(entry.page.torch)}(${argumentsOf(step, operands, style)})`;
};

const target = (out: readonly (string | null)[]): string => {
  const names = out.map((name) => (name === null ? '_' : variable(name)));
  return names.length === 1 ? `(${names[0]},)` : names.join(', ');
};

const op = (step: OpStep): string[] => {
  if (step.op === 'record')
    return [`${variable(step.out as string)}.append(${operand(step.in![0]!)}.detach().clone())`];
  if (step.op === 'setitem') {
    const [self, value] = step.in!.map(operand);
    const bound = typeof step.out === 'string' ? [`${variable(step.out)} = ${self}`] : [];
    return [`${self}[${index(step.with!.index as readonly Literal[])}] = ${value}`, ...bound];
  }
  const made = expression(step);
  if (step.out === undefined) return [made];
  return [`${typeof step.out === 'string' ? variable(step.out) : target(step.out)} = ${made}`];
};

const indented = (body: readonly string[]): string[] =>
  (body.length > 0 ? body : ['pass']).map((line) => `    ${line}`);

const importsOf = (body: readonly string[]): string[] => {
  const text = body.filter((line) => !line.startsWith('#')).join('\n');
  const uses = (pattern: RegExp): boolean => pattern.test(text);
  const numbers = ['inf', 'nan'].filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const parts = ['nn', 'optim'].filter((name) => new RegExp(`(?<![.\\w])${name}\\.`).test(text));
  return [
    ...(numbers.length > 0 ? [`from math import ${numbers.join(', ')}`] : []),
    'import torch',
    ...(uses(/(?<![.\w])F\./) ? ['import torch.nn.functional as F'] : []),
    ...(parts.length > 0 ? [`from torch import ${parts.join(', ')}`] : []),
    ...(uses(/(?<![.\w])data\./) ? ['from torch.utils import data'] : []),
  ];
};

export const pythonDialect: Dialect = {
  header: (_c, body) => importsOf(body),
  declare: (_names, records) => records.map((name) => `${variable(name)} = []`),
  input: (name, value) => `${variable(name)} = ${tensor(value)}`,
  op,
  noGrad: (body) => ['with torch.no_grad():', ...indented(body)],
  tried: (body) => ['try:', ...indented(body), 'except Exception:', '    pass'],
  repeat: (times, body) => [`for _ in range(${times}):`, ...indented(body)],
  loop: (names, of, body) => [
    `for ${typeof names === 'string' ? variable(names) : target(names)} in ${path(of)}:`,
    ...indented(body),
  ],
  attempt: (body, kind) => ['try:', ...indented(body), 'except Exception as error:', `    print("${kind}:", error)`],
  print: (name, recorded) => `print(${recorded ? `torch.stack(${path(name)})` : path(name)})`,
  comment: (text) => `# ${text}`.trimEnd(),
};

/** A case as a program for Python and real PyTorch. */
export const pythonOf = (c: Case): string => program(c, pythonDialect);

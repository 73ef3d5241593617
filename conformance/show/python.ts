import type { Case, Literal, OpStep } from '../values/case.ts';
import { attributes, isMethod, pageOf } from './call-style.ts';
import type { Dialect } from './dialect.ts';
import { byPosition } from './positions.ts';
import { program } from './program.ts';
import { index, operand, option, path, tensor, tuple, variable } from './python-values.ts';

const operators: Readonly<Record<string, string>> = {
  ...{ add: '+', sub: '-', mul: '*', div: '/', pow: '**' },
  ...{ eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' },
};
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

/** Operands and options in brackets: by position where PyTorch has one for them, else by name. */
const argumentsOf = (step: OpStep, operands: readonly Literal[]): string => {
  const options = step.with ?? {};
  const positional: string[] = [];
  for (const name of byPosition(step.op, new Set(Object.keys(options)))) {
    if (step.op === 'arange' && options[name!] === undefined) positional.push('0');
    else if (name === undefined || options[name] === undefined) break;
    else positional.push(option(options[name], name));
  }
  const taken = new Set(byPosition(step.op, new Set(Object.keys(options))).slice(0, positional.length));
  const named = Object.entries(options).filter(([name]) => !taken.has(name));
  return [
    ...operands.map(operand),
    ...positional,
    ...named.map(([name, value]) => `${name}=${option(value, name)}`),
  ].join(', ');
};

/** `-2` binds less tightly than `**`. */
const inBrackets = (text: string): string => (text.startsWith('-') ? `(${text})` : text);

const expression = (step: OpStep): string => {
  const operands = step.in ?? [];
  const [first = '', ...rest] = operands.map(operand);
  const options = step.with ?? {};
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
    case 'neg':
      return `-${inBrackets(first)}`;
    case 'manual_seed':
      return `${first || 'torch'}.manual_seed(${argumentsOf(step, [])})`;
  }
  const numbers = (step.in ?? []).every((value) => typeof value !== 'string');
  const operator = Object.keys(options).length === 0 && !numbers ? operators[step.op] : undefined;
  if (operator !== undefined) return `${inBrackets(first)} ${operator} ${rest[0]}`;
  if (attributes.has(step.op)) return `${first}.${step.op}`;
  const page = pageOf(step.op);
  if (page === undefined) return `torch.${step.op}(${argumentsOf(step, operands)})`;
  if (isMethod(step, page)) return `${inBrackets(first)}.${step.op}(${argumentsOf(step, operands.slice(1))})`;
  return `${imported(page.torch)}(${argumentsOf(step, operands)})`;
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

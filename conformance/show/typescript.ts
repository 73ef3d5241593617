import type { Page } from '../pages/page.ts';
import type { Case, Literal, OpStep } from '../values/case.ts';
import { attributes, isMethod, pageOf } from './call-style.ts';
import type { Dialect } from './dialect.ts';
import { type Held, heldBy } from './host-names.ts';
import { byPosition, everyPosition } from './positions.ts';
import { program } from './program.ts';
import { list, operand, option, path, record, tensor, variable } from './typescript-values.ts';

/** The options that the reference takes by position where Python's reader expects a name. */
const alsoByPosition: Readonly<Record<string, string>> = { cumsum: 'dim', softmax: 'dim', log_softmax: 'dim' };

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

/** Operands, then the options that have a position, then an object of the others. */
const argumentsOf = (step: OpStep, operands: readonly Literal[], arity: number): string => {
  const page = pageOf(step.op);
  const placed = alsoByPosition[step.op];
  const options = new Map(Object.entries(step.with ?? {}).map(([name, value]) => [name, value] as const));
  const aliased = [...options.keys()].find((name) => canonical(name, page) === placed);
  if (placed !== undefined && aliased !== undefined && aliased !== placed) {
    options.set(placed, options.get(aliased)!);
    options.delete(aliased);
  }
  const names = new Set(options.keys());
  const draws = step.op.endsWith('_') && names.has('generator');
  const places = draws ? everyPosition(step.op, names) : byPosition(step.op, names);
  const order = placed === undefined ? places : options.has(placed) ? [placed] : [];
  const values = order.map((name) => {
    if (step.op === 'arange' && !options.has(name!)) return '0';
    return name === undefined ? 'undefined' : option(options.get(name)!, tellsFloats(name, step, page));
  });
  const named = [...options].filter(([name]) => !order.includes(name));
  const given = operands.map(operand);
  const padding = values.length + named.length > 0 ? Math.max(0, arity - given.length) : 0;
  const sizeless = step.op === 'normal' && values.length === 0 && named.length > 0 ? ['null'] : [];
  const rest = named.map(([name, value]) => [name, option(value, tellsFloats(name, step, page))] as const);
  const object = rest.length > 0 ? [record(rest)] : [];
  return [...given, ...new Array<string>(padding).fill('null'), ...sizeless, ...values, ...object].join(', ');
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

const operatorNames: ReadonlySet<string> = new Set('add sub mul div pow eq ne lt le gt ge'.split(' '));

const index = (step: OpStep): string[] =>
  ((step.with?.index ?? []) as readonly Literal[]).map((entry) => option(entry, false));

const expression = (step: OpStep, held: (path: string) => Held): string => {
  const operands = step.in ?? [];
  const [first = '', ...rest] = operands.map(operand);
  const page = pageOf(step.op);
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
  if (attributes.has(step.op)) return `${first}.${step.op}`;
  if (page === undefined) return `torch.${step.op}(${argumentsOf(step, operands, 0)})`;
  const chained = operatorNames.has(step.op) && typeof operands[0] === 'string' && held(operands[0]) === 'tensor';
  if (chained || isMethod(step, page)) {
    return `${first}.${step.op}(${argumentsOf(step, operands.slice(1), arityOf(page) - 1)})`;
  }
  return `${imported(page.torch)}(${argumentsOf(step, operands, arityOf(page))})`;
};

/** A pattern that takes results apart: by position, or by the names that the op's page gives them. */
const target = (out: readonly (string | null)[], step?: OpStep): string => {
  const results = step === undefined ? [] : (pageOf(step.op)?.results ?? []);
  if (results.length < 2) return list(out.map((name) => (name === null ? '' : variable(name))));
  const named = out.flatMap((name, i) => (name === null ? [] : [[results[i]!.name, variable(name)] as const]));
  return record(named);
};

const indented = (body: readonly string[]): string[] => body.map((line) => `  ${line}`);

const counting = (times: string, body: readonly string[]): string[] => [
  `for (let n_ = 0; n_ < ${times}; n_++) {`,
  ...indented(body),
  '}',
];

/** Binds the row of a tensor that a loop has reached, or the parts of that row. */
const rows = (names: string | readonly string[], of: string): string[] =>
  typeof names === 'string'
    ? [`${variable(names)} = ${of}.getitem(n_);`]
    : names.map((name, i) => `${variable(name)} = ${of}.getitem(n_, ${i});`);

const importsOf = (body: readonly string[]): string[] => {
  const text = body.filter((line) => !line.startsWith('//')).join('\n');
  const used = ['Generator', 'type Tensor', 'TensorError', 'data', 'float', 'nn', 'optim', 'torch'].filter((name) =>
    new RegExp(`(?<![.\\w'"])${name.replace('type ', '')}\\b(?!_|:)`).test(text),
  );
  return [`import { ${used.join(', ')} } from 'tensor-conformance/reference';`];
};

/** TypeScript for a case: which names hold tensors decides how they are indexed and printed. */
const dialectOf = (c: Case): Dialect => {
  const held = heldBy(c);
  const hoisted = new Set<string>();
  const op = (step: OpStep): string[] => {
    if (step.op === 'record')
      return [`${variable(step.out as string)}.push(${operand(step.in![0]!)}.detach().clone());`];
    const made = expression(step, held) + (step.op === 'autograd.grad' && step.out ? ' as Tensor[]' : '');
    if (step.out === undefined) return [`${made};`];
    const [names, text] =
      typeof step.out === 'string'
        ? [[step.out], variable(step.out)]
        : [step.out.filter((name) => name !== null), target(step.out, step)];
    const rebinds = names.some((name) => hoisted.has(name));
    return [
      rebinds && typeof step.out !== 'string' ? `(${text} = ${made});` : `${rebinds ? '' : 'const '}${text} = ${made};`,
    ];
  };
  return {
    header: (_c, body) => importsOf(body),
    declare: (names, records) => {
      for (const name of names) hoisted.add(name);
      const type = (name: string): string => (held(name) === 'tensor' ? 'Tensor' : 'any');
      return [
        ...names.map((name) => `let ${variable(name)}!: ${type(name)};`),
        ...records.map((name) => `const ${variable(name)}: Tensor[] = [];`),
      ];
    },
    input: (name, value, rebound) => {
      if (rebound) hoisted.add(name);
      return `${rebound ? 'let' : 'const'} ${variable(name)} = ${tensor(value)};`;
    },
    op,
    noGrad: (body) => ['torch.no_grad(() => {', ...indented(body), '});'],
    repeat: (times, body) => counting(String(times), body),
    loop: (names, of, body) =>
      held(of) === 'tensor'
        ? counting(`${path(of)}.length`, [...rows(names, path(of)), ...body])
        : [
            `for (${typeof names === 'string' ? variable(names) : target(names)} of ${path(of)}) {`,
            ...indented(body),
            '}',
          ],
    attempt: (body, kind) => [
      'try {',
      ...indented(body),
      '} catch (error) {',
      `  console.log((error as TensorError).kind, '(expected: ${kind})', (error as TensorError).message);`,
      '}',
    ],
    print: (name, recorded) => {
      if (recorded) return `console.log(String(torch.stack(${path(name)})));`;
      if (held(name) === 'tensor') return `console.log(String(${path(name)}));`;
      return `console.log(${held(name) === 'sequence' ? `\`[\${${path(name)}.join(', ')}]\`` : path(name)});`;
    },
    comment: (text) => `// ${text}`.trimEnd(),
  };
};

/** A case as a program against the reference's API: a reader of PyTorch finds the same names in the same order. */
export const typescriptOf = (c: Case): string => program(c, dialectOf(c));

import { pageOf } from '../pages/page-of.ts';
import type { Case, OpStep } from '../values/case.ts';
import { callsIn } from '../values/steps.ts';
import type { Dialect } from './dialect.ts';
import { heldBy } from './host-names.ts';
import { program } from './program.ts';
import { expression } from './typescript-call.ts';
import { list, operand, path, record, tensor, variable } from './typescript-values.ts';

/** Whether a name holds several results together: an object of the reference, by the names that the op's page gives them. */
const holdsResults = (c: Case, name: string): boolean =>
  callsIn(c.ops).some(({ op, out }) => out === name && (pageOf(op)?.page.results.length ?? 0) > 1);

/** A pattern that takes results apart: by position, or by the names that the op's page gives them. */
const target = (out: readonly (string | null)[], step?: OpStep): string => {
  const results = step === undefined ? [] : (pageOf(step.op)?.page.results ?? []);
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
    tried: (body) => ['try {', ...indented(body), '} catch {}'],
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
      const parts = holdsResults(c, name) ? `Object.values(${path(name)})` : path(name);
      return `console.log(${held(name) === 'sequence' ? `\`[\${${parts}.join(', ')}]\`` : path(name)});`;
    },
    comment: (text) => `// ${text}`.trimEnd(),
  };
};

/** A case as a program against the reference's API: a reader of PyTorch finds the same names in the same order. */
export const typescriptOf = (c: Case): string => program(c, dialectOf(c));

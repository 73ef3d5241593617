import type { Tensor } from '../../reference/index.ts';
import type { Adapter, ModuleAdapter } from '../adapter/contract.ts';
import reference from '../adapters/reference/index.ts';

export type Fake = Adapter<Tensor>;
export type Op = (...args: Tensor[]) => unknown;

/** The reference with other functions, under another name. */
export const faulty = (name: string, changes: Partial<Fake>): Fake => ({ ...reference, name, ...changes });

/** The reference's functions, with some of them replaced. */
export const withOps = (ops: Readonly<Record<string, Op>>): Fake['ops'] =>
  ({ ...reference.ops, ...ops }) as Fake['ops'];

/** The function of the reference for an op, to be called before or after something goes wrong. */
export const right = (op: string): Op => (reference.ops as Record<string, Op>)[op]!;

/** Every function of the reference, wrapped: `wrap` is given each with its name. */
export const everyOp = (wrap: (op: Op, name: string) => Op): Fake['ops'] =>
  Object.fromEntries(Object.keys(reference.ops).map((name) => [name, wrap(right(name), name)])) as Fake['ops'];

/** Reads every option, so that the case counts as supported. */
export const readAll = (options: unknown): void => void Object.values(options as object);

/**
 * A library that computes nothing: `answer` is the result of every op, of every module and the gradient of everything, given
 * the first operand.
 */
export const answering = (name: string, answer: (first: Tensor) => unknown): Fake => {
  const { dtypes, scalar, tensor, read, random, print } = reference as Required<Fake>;
  const module: ModuleAdapter<Tensor, object> = {
    create: (_, options) => {
      readAll(options);
      return {};
    },
    forward: (_, __, [x]) => answer(x!) as Tensor,
  };
  const modules = Object.keys(reference.modules!).map((one) => [one, module]);
  return {
    ...{ name, dtypes, scalar, tensor, read, random, print, mutation: 'none' },
    ops: everyOp(() => (...args) => {
      readAll(args.at(-1));
      return answer(args[0]!);
    }),
    modules: Object.fromEntries(modules) as NonNullable<Fake['modules']>,
    autograd: { kind: 'functional', vjp: (_, inputs) => inputs.map((x) => answer(x) as Tensor) },
  };
};
